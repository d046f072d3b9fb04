package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.text.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entries of a map whose keys are known beforehand. */
final class Fields {
  private final Mapping mapping;
  private final List<String> known;
  private final Problems problems;
  private final Map<String, Entry> byKey = new LinkedHashMap<>();

  /**
   * Sorts the entries of a map by key, and reports the unknown ones; one that is nearly a known key
   * is taken for it, so that it causes no further problems.
   */
  Fields(Mapping mapping, List<String> known, Problems problems) {
    this.mapping = mapping;
    this.known = known;
    this.problems = problems;
    mapping.entries().stream().filter(this::isKnown).forEach(e -> byKey.put(e.key().text(), e));
    mapping.entries().stream().filter(entry -> !isKnown(entry)).forEach(this::unknown);
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The entry of a key that must be there. */
  Optional<Entry> require(String key) {
    Optional<Entry> found = find(key);
    if (found.isEmpty()) {
      problems.add(mapping.span(), "the key `" + key + "` is missing");
    }
    return found;
  }

  private boolean isKnown(Entry entry) {
    return known.contains(entry.key().text());
  }

  private void unknown(Entry entry) {
    List<String> free = known.stream().filter(key -> !byKey.containsKey(key)).toList();
    Optional<String> meant = Suggestions.nearest(entry.key().text(), free);
    meant.ifPresent(key -> byKey.put(key, entry));
    String hint = meant.map(Suggestions::hint).orElseGet(this::expected);
    problems.add(entry.key().span(), "unknown key " + entry.key().quoted() + hint);
  }

  private String expected() {
    return known.stream().collect(Collectors.joining("`, `", "; expected one of `", "`"));
  }
}
