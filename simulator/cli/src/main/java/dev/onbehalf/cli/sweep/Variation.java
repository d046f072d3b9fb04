package dev.onbehalf.cli.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several values of one key, each of which is tried.
 *
 * @param key of a scenario, with points between the keys of maps in maps
 */
public record Variation(String key, List<String> values) {
  public Variation {
    values = List.copyOf(values);
  }

  /** Reads {@code key=value,value}; empty if it isn't one. */
  public static Optional<Variation> of(String text) {
    int equals = text.indexOf('=');
    List<String> values = List.of(text.substring(equals + 1).split(",", -1));
    return equals < 1 || values.contains("")
        ? Optional.empty()
        : Optional.of(new Variation(text.substring(0, equals), values));
  }

  /** Every choice of one value for each key, the last key changing fastest. */
  static Stream<Map<String, String>> choices(List<Variation> variations) {
    Stream<Map<String, String>> choices = Stream.of(Map.of());
    for (Variation next : variations) {
      choices =
          choices.flatMap(chosen -> next.values().stream().map(one -> next.with(chosen, one)));
    }
    return choices;
  }

  private Map<String, String> with(Map<String, String> chosen, String value) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(key, value);
    return more;
  }

  /** What was chosen, as it stands in a table. */
  static String text(Map<String, ?> choice) {
    return choice.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }
}
