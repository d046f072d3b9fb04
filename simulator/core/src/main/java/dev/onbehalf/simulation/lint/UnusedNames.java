package dev.onbehalf.simulation.lint;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.text.PrintableText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a scenario that nothing uses, and the chains of which no sentence speaks. */
final class UnusedNames {
  private final Scenario scenario;
  private final Places places;
  private final PolicyMatches matches;
  private final Set<String> chained = new HashSet<>();
  private final Set<String> mentioned;

  UnusedNames(Scenario scenario, Places places) {
    this.scenario = scenario;
    this.places = places;
    matches = new PolicyMatches(scenario, clause -> true);
    scenario.chains().forEach(chained::addAll);
    mentioned = mentioned(places);
  }

  Stream<Warning> warnings() {
    return Stream.of(
            unspoken("users", "user", user -> matches.ofUser(user).isEmpty()),
            unspoken("agents", "agent", this::isUnused),
            unspoken("resources", "resource", unusedResources()::contains),
            chains(),
            unused("groups", "group"),
            unused("relations", "relation"),
            scenario.context().stream().flatMap(this::context))
        .flatMap(warnings -> warnings);
  }

  private Stream<Warning> unspoken(String key, String kind, Predicate<String> isUnused) {
    return places.declared(key).stream()
        .filter(name -> !isRange(name) && isUnused.test(name.text()))
        .map(name -> warning(name, "no sentence speaks of the " + kind + " " + name.quoted()));
  }

  /** A range is declared for what there is, whoever of it is spoken of. */
  private static boolean isRange(Word name) {
    return name.text().endsWith("]");
  }

  private boolean isUnused(String agent) {
    return !chained.contains(agent) && matches.ofPath(List.of(agent)).isEmpty();
  }

  private Set<String> unusedResources() {
    Set<String> used =
        scenario.targets().stream()
            .filter(target -> !matches.ofTarget(target).isEmpty())
            .map(Target::resource)
            .collect(Collectors.toSet());
    return scenario.resources().stream()
        .map(Resource::name)
        .filter(name -> !used.contains(name))
        .collect(Collectors.toSet());
  }

  /** Left open, they would count for nothing. */
  private Stream<Warning> chains() {
    return scenario.defaultEffect() == DefaultEffect.DENY
        ? places.under("chains").stream().flatMap(Places::items).flatMap(this::chain)
        : Stream.of();
  }

  private Stream<Warning> chain(YamlNode node) {
    List<String> chain = Places.words(node).map(Word::text).toList();
    return matches.ofPath(chain).isEmpty()
        ? Stream.of(
            new Warning(
                places.position(node.span()),
                "no sentence speaks of the chain %s, so that calls along it are denied by default"
                    .formatted(PrintableText.quoted(String.join(" then ", chain)))))
        : Stream.of();
  }

  private Stream<Warning> unused(String key, String kind) {
    return places.declared(key).stream()
        .filter(name -> !mentioned.contains(name.text()))
        .map(name -> warning(name, "nothing uses the " + kind + " " + name.quoted()));
  }

  /** What sentences name, and groups and relations hold. */
  private static Set<String> mentioned(Places places) {
    Stream<Word> held =
        Stream.of("groups", "relations")
            .flatMap(key -> places.under(key).stream())
            .flatMap(Places::values)
            .flatMap(Places::words);
    return Stream.concat(places.sentences().stream().flatMap(List::stream), held)
        .map(Word::text)
        .collect(Collectors.toSet());
  }

  private Stream<Warning> context(ContextAttribute attribute) {
    if (!matches.dependOn(attribute.name())) {
      return places.declared("context").stream()
          .filter(name -> name.is(attribute.name()))
          .map(name -> warning(name, "no sentence speaks of " + name.quoted()));
    }
    List<String> untold = unnamed(attribute);
    return untold.stream().skip(1).flatMap(value -> untold(attribute, value, untold.get(0)));
  }

  /** One value may go without: what sentences say of the others tells it from them. */
  private List<String> unnamed(ContextAttribute attribute) {
    Set<String> named =
        scenario.policies().stream()
            .flatMap(policy -> policy.clauses().stream())
            .flatMap(
                clause -> clause.conditions().getOrDefault(attribute.name(), Set.of()).stream())
            .collect(Collectors.toSet());
    return attribute.values().stream().filter(value -> !named.contains(value)).toList();
  }

  private Stream<Warning> untold(ContextAttribute attribute, String value, String other) {
    return places
        .under("context")
        .filter(Mapping.class::isInstance)
        .flatMap(context -> Places.under((Mapping) context, attribute.name()))
        .stream()
        .flatMap(Places::words)
        .filter(word -> word.is(value))
        .limit(1)
        .map(
            word ->
                warning(
                    word,
                    "no sentence tells `%1$s is %2$s` from `%1$s is %3$s`"
                        .formatted(attribute.name(), value, other)));
  }

  private Warning warning(Word at, String message) {
    return new Warning(places.position(at.span()), message);
  }
}
