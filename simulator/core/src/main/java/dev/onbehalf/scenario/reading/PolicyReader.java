package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Policy;
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

/** Reads {@code policies}. */
record PolicyReader(Vocabulary vocabulary, NodeReader nodes, SourceText source, Problems problems) {
  private static final List<String> KEYS = List.of("say", "id", "because");
  private static final String EXAMPLE = "[alice MAY use document]";
  private static final String SENTENCE = "a sentence, such as `alice MAY use document`";
  private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");

  /** A policy as it is written: its sentence, id and reason. */
  private record Draft(
      Optional<Scalar> sentence, Optional<Word> id, Optional<String> because, Word positionalId) {
    Word effectiveId() {
      return id.orElse(positionalId);
    }
  }

  List<Policy> read(Fields fields) {
    Optional<Entry> entry = fields.require("policies");
    List<Draft> drafts = entry.map(this::drafts).orElse(List.of());
    checkIds(drafts);
    return drafts.stream().flatMap(draft -> policy(draft).stream()).toList();
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
    return new Draft(sentence, Optional.empty(), Optional.empty(), id);
  }

  private static boolean isSentence(Mapping mapping) {
    return mapping.entries().stream().anyMatch(entry -> entry.key().text().contains(" "));
  }

  private Draft unquoted(Mapping mapping, Word id) {
    problems.add(
        mapping.span(),
        "the `:` makes this a map; expected a sentence, put it in quotes as a whole");
    return new Draft(Optional.empty(), Optional.empty(), Optional.empty(), id);
  }

  private Draft longForm(Mapping mapping, Word id) {
    Fields fields = new Fields(mapping, KEYS, problems);
    return new Draft(
        fields.require("say").flatMap(entry -> nodes.text(entry, SENTENCE)),
        fields.find("id").flatMap(entry -> nodes.name(entry.value(), entry.key())),
        fields.find("because").flatMap(this::because),
        id);
  }

  private Optional<String> because(Entry entry) {
    return nodes.text(entry, "a text").map(scalar -> scalar.text().strip());
  }

  /** Positional ids first, so that the id that someone wrote is the one to be mended. */
  private void checkIds(List<Draft> drafts) {
    DistinctNames ids = new DistinctNames(source, problems, "is already the id of the policy");
    drafts.stream()
        .filter(draft -> draft.id().isEmpty())
        .map(Draft::positionalId)
        .forEach(ids::add);
    drafts.stream().flatMap(draft -> draft.id().stream()).forEach(ids::add);
  }

  private Optional<Policy> policy(Draft draft) {
    return draft.sentence().flatMap(sentence -> policy(draft, sentence));
  }

  private Optional<Policy> policy(Draft draft, Scalar sentence) {
    List<Word> words = nodes.words(sentence);
    int line = nodes.lineNumber(words.get(0).span());
    return SentenceParser.parse(words, vocabulary, problems)
        .map(clause -> policy(draft, line, sentence.text(), clause));
  }

  private static Policy policy(Draft draft, int line, String text, Clause clause) {
    return new Policy(
        draft.effectiveId().text(),
        line,
        BLANKS.matcher(text).replaceAll(" ").strip(),
        draft.because(),
        clause.effect(),
        List.of(clause));
  }
}
