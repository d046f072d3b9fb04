package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Expectation;
import dev.onbehalf.scenario.Expectation.EnforcedCount;
import dev.onbehalf.scenario.Expectation.PlannedStrategy;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Located;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code expect}. */
record ExpectationReader(
    Declarations declarations, KnownStrategies strategies, NodeReader nodes, Problems problems) {
  private static final List<String> KEYS =
      List.of("recommended", "on-behalf-of", "plan", "enforced", "enforced-if-honest");
  private static final List<String> NEEDS = List.of("required", "not-required");
  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");

  Optional<Expectation> read(Fields fields, int policies) {
    return fields
        .find("expect")
        .flatMap(entry -> nodes.map(entry, "{recommended: token-exchange}"))
        .map(mapping -> expectation(new Fields(mapping, KEYS, problems), policies));
  }

  private Expectation expectation(Fields fields, int policies) {
    return new Expectation(
        fields.find("recommended").flatMap(this::strategy),
        fields.find("on-behalf-of").flatMap(this::onBehalfOf),
        plan(fields.find("plan")),
        counts(fields.find("enforced"), policies),
        counts(fields.find("enforced-if-honest"), policies));
  }

  private Optional<Located> onBehalfOf(Entry entry) {
    return nodes
        .choice(entry, entry.key().text(), NEEDS)
        .map(word -> new Located(word, nodes.position(entry.value().span())));
  }

  /** A strategy or {@code none}. */
  private Optional<Located> strategy(Entry entry) {
    Optional<Word> name = nodes.anyName(entry.value(), entry.key());
    name.filter(word -> !word.is(Expectation.NONE))
        .ifPresent(word -> check(word, Expectation.NONE));
    return name.map(this::located);
  }

  private List<PlannedStrategy> plan(Optional<Entry> entry) {
    return entry
        .flatMap(found -> nodes.map(found, "{documents: token-exchange}"))
        .map(mapping -> mapping.entries().stream().flatMap(this::planned).toList())
        .orElse(List.of());
  }

  private Stream<PlannedStrategy> planned(Entry entry) {
    Optional<String> resource = declarations.requireOne(entry.key(), Kind.RESOURCE);
    return strategy(entry).stream()
        .flatMap(name -> resource.stream().map(known -> new PlannedStrategy(known, name)));
  }

  private void check(Word strategy, String... otherWords) {
    if (nodes.check(strategy) && !strategies.has(strategy.text())) {
      problems.add(strategy.span(), () -> strategies.unknown(strategy.text(), otherWords));
    }
  }

  private Located located(Word word) {
    return new Located(word.text(), nodes.position(word.span()));
  }

  private List<EnforcedCount> counts(Optional<Entry> entry, int policies) {
    return entry
        .flatMap(found -> nodes.map(found, "{token-exchange: 4}"))
        .map(mapping -> counts(mapping, policies))
        .orElse(List.of());
  }

  private List<EnforcedCount> counts(Mapping mapping, int policies) {
    return mapping.entries().stream().map(entry -> count(entry, policies)).toList();
  }

  private EnforcedCount count(Entry entry, int policies) {
    check(entry.key());
    Optional<Scalar> count = nodes.text(entry, "a number of policies");
    return new EnforcedCount(
        located(entry.key()), count.map(scalar -> number(scalar.word(), policies)).orElse(0));
  }

  private int number(Word count, int policies) {
    int number = COUNT.matcher(count.text()).matches() ? Integer.parseInt(count.text()) : -1;
    if (number < 0 || number > policies) {
      problems.add(
          count.span(), "expected a number from 0 to " + policies + ", found " + count.quoted());
    }
    return number;
  }
}
