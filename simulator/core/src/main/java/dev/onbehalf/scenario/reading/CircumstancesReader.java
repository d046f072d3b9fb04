package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Circumstances;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code have} and {@code cannot}. */
final class CircumstancesReader {
  private final KnownStrategies strategies;
  private final NodeReader nodes;
  private final Problems problems;

  /** The key under which each word stands first. */
  private final Map<String, String> keys = new HashMap<>();

  CircumstancesReader(KnownStrategies strategies, NodeReader nodes, Problems problems) {
    this.strategies = strategies;
    this.nodes = nodes;
    this.problems = problems;
  }

  Circumstances read(Fields fields) {
    Optional<List<String>> machinery = strategies.machinery();
    Optional<List<String>> both =
        machinery.flatMap(
            pieces ->
                strategies
                    .habits()
                    .map(habits -> Stream.concat(pieces.stream(), habits.stream()).toList()));
    return new Circumstances(
        words(fields.find("have"), "machinery", machinery),
        words(fields.find("cannot"), "machinery or habit", both));
  }

  private List<String> words(Optional<Entry> entry, String what, Optional<List<String>> known) {
    return entry.map(found -> words(found, what, known)).orElse(List.of());
  }

  private List<String> words(Entry entry, String what, Optional<List<String>> known) {
    List<String> words = new ArrayList<>();
    nodes.list(entry, "[gateway]").orElse(List.of()).stream()
        .flatMap(item -> nodes.anyName(item, entry.key()).stream())
        .filter(word -> isKnown(word, what, known) && isNew(word, entry.key().text()))
        .forEach(word -> words.add(word.text()));
    return words;
  }

  private boolean isKnown(Word word, String what, Optional<List<String>> known) {
    Optional<List<String>> without = known.filter(words -> !words.contains(word.text()));
    without.ifPresent(words -> problems.add(word.span(), () -> unknown(word, what, words)));
    return without.isEmpty();
  }

  private static String unknown(Word word, String what, List<String> known) {
    return "no %s is called %s%s (there are: %s)"
        .formatted(
            what, word.quoted(), Suggestions.hint(word.text(), known), String.join(", ", known));
  }

  private boolean isNew(Word word, String key) {
    Optional<String> earlier = Optional.ofNullable(keys.putIfAbsent(word.text(), key));
    earlier.ifPresent(
        other ->
            problems.add(word.span(), word.quoted() + " is listed in `" + other + "` already"));
    return earlier.isEmpty();
  }
}
