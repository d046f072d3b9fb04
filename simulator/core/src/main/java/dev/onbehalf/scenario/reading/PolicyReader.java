package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.reading.SentenceParser.Rule;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code policies}. */
record PolicyReader(Vocabulary vocabulary, NodeReader nodes, SourceText source, Problems problems) {
  private static final List<String> KEYS = List.of("say", "id", "because");
  private static final String EXAMPLE = "[alice MAY use document]";
  private static final String SENTENCE = "a sentence, such as `alice MAY use document`";
  private static final String SUFFIX_OF_ONLY = "-only";
  private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");

  /** A policy as it is written: its sentence and what that says, id and reason. */
  private record Draft(
      Optional<Scalar> sentence,
      List<Rule> rules,
      Optional<Word> id,
      Optional<String> because,
      Word positionalId) {
    Word effectiveId() {
      return id.orElse(positionalId);
    }

    /** The ids of the policies that the sentence makes. */
    List<Word> ids() {
      Word first = effectiveId();
      return rules.size() < 2
          ? List.of(first)
          : List.of(first, new Word(first.text() + SUFFIX_OF_ONLY, first.span()));
    }
  }

  /**
   * The policies of a file.
   *
   * @param most how many there can be, those counted of which the sentence can't be read
   */
  record Policies(List<Policy> read, int most) {}

  Policies read(Fields fields) {
    Optional<Entry> entry = fields.require("policies");
    List<Draft> drafts = entry.map(this::drafts).orElse(List.of());
    checkIds(drafts);
    return new Policies(
        drafts.stream().flatMap(draft -> policies(draft).stream()).toList(),
        drafts.stream()
            .mapToInt(draft -> draft.rules().isEmpty() ? 2 : draft.rules().size())
            .sum());
  }

  private List<Draft> drafts(Entry entry) {
    List<Draft> drafts = new ArrayList<>();
    for (YamlNode item : nodes.items(entry, EXAMPLE)) {
      Word id = new Word("p" + (drafts.size() + 1), item.span());
      drafts.add(draft(item, entry.key(), id));
    }
    return drafts;
  }

  private Draft draft(YamlNode node, Word owner, Word id) {
    if (node instanceof Mapping mapping) {
      return isSentence(mapping) ? unquoted(mapping, id) : longForm(mapping, id);
    }
    Optional<Scalar> sentence = nodes.text(new Entry(owner, node), SENTENCE);
    return new Draft(sentence, rules(sentence), Optional.empty(), Optional.empty(), id);
  }

  private static boolean isSentence(Mapping mapping) {
    return mapping.entries().stream().anyMatch(entry -> entry.key().text().contains(" "));
  }

  private Draft unquoted(Mapping mapping, Word id) {
    problems.add(
        mapping.span(),
        "the `:` makes this a map; expected a sentence, put it in quotes as a whole");
    return new Draft(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), id);
  }

  private Draft longForm(Mapping mapping, Word id) {
    Fields fields = new Fields(mapping, KEYS, problems);
    Optional<Scalar> sentence = fields.require("say").flatMap(entry -> nodes.text(entry, SENTENCE));
    return new Draft(
        sentence,
        rules(sentence),
        fields.find("id").flatMap(entry -> nodes.name(entry.value(), entry.key())),
        fields.find("because").flatMap(this::because),
        id);
  }

  private Optional<String> because(Entry entry) {
    return nodes.text(entry, "a text").map(scalar -> scalar.text().strip());
  }

  private List<Rule> rules(Optional<Scalar> sentence) {
    return sentence
        .map(said -> SentenceParser.parse(nodes.words(said), vocabulary, problems))
        .orElse(List.of());
  }

  /** Positional ids first, so that the id that someone wrote is the one to be mended. */
  private void checkIds(List<Draft> drafts) {
    DistinctNames ids = new DistinctNames(source, problems, "is already the id of the policy");
    Stream.concat(
            drafts.stream().filter(draft -> draft.id().isEmpty()),
            drafts.stream().filter(draft -> draft.id().isPresent()))
        .forEach(draft -> checkIds(draft, ids));
  }

  /** An id that is taken is reported once, without the one made of it. */
  private static void checkIds(Draft draft, DistinctNames ids) {
    boolean free = true;
    for (Word id : draft.ids()) {
      free = free && ids.add(id);
    }
  }

  private List<Policy> policies(Draft draft) {
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < draft.rules().size(); i++) {
      policies.add(policy(draft, i, draft.sentence().orElseThrow()));
    }
    return policies;
  }

  private Policy policy(Draft draft, int index, Scalar sentence) {
    Rule rule = draft.rules().get(index);
    String text = BLANKS.matcher(sentence.text()).replaceAll(" ").strip();
    return new Policy(
        draft.ids().get(index).text(),
        nodes.lineNumber(nodes.words(sentence).get(0).span()),
        index == 0 ? text : otherwise(text),
        draft.because(),
        rule.effect(),
        rule.clauses());
  }

  /** The prohibition within a sentence with {@code only}, as a sentence of its own. */
  private static String otherwise(String text) {
    return text.replaceFirst(" MAY ", " MAY NOT ").replaceFirst(" only ", " except ");
  }
}
