package dev.onbehalf.sweep;

import java.util.ArrayList;
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

  /** Reads {@code key=value,value}, where a value may be a list or map; empty if it isn't one. */
  public static Optional<Variation> of(String text) {
    int equals = text.indexOf('=');
    List<String> values = values(text.substring(equals + 1));
    return equals < 1 || values.contains("")
        ? Optional.empty()
        : Optional.of(new Variation(text.substring(0, equals), values));
  }

  /** The values between the commas that stand neither in brackets nor in quotes. */
  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    int begin = 0;
    int open = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '"' || letter == '\'') {
        quote = begins(text.substring(begin, i), open) ? letter : 0;
      } else if (letter == ',' && open == 0) {
        values.add(text.substring(begin, i));
        begin = i + 1;
      } else {
        open += "[{".indexOf(letter) >= 0 ? 1 : "]}".indexOf(letter) >= 0 ? -1 : 0;
      }
    }
    values.add(open == 0 && quote == 0 ? text.substring(begin) : "");
    return values;
  }

  /** Whether a word begins after the text; a quote within a word is a letter. */
  private static boolean begins(String before, int open) {
    return before.isBlank()
        || (open > 0 && "[{,: ".indexOf(before.charAt(before.length() - 1)) >= 0);
  }

  /** Every choice of one value for each key, the last key changing fastest. */
  public static Stream<Map<String, String>> choices(List<Variation> variations) {
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
  public static String text(Map<String, ?> choice) {
    return choice.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }
}
