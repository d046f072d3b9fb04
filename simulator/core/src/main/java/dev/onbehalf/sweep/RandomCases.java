package dev.onbehalf.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Random scenarios of several sizes. */
public final class RandomCases {
  private static final String KEYS =
      "users agents groups relations chains resources policies requirements";
  private static final List<Integer> SIZES =
      List.of(
          RandomScenario.USERS,
          RandomScenario.AGENTS,
          0,
          0,
          0,
          RandomScenario.RESOURCES,
          RandomScenario.POLICIES,
          0);

  private RandomCases() {}

  /**
   * So many scenarios of every size.
   *
   * @param refused what to throw at sizes that there can't be
   */
  public static Stream<Case> of(
      int count, List<Variation> variations, Function<String, RuntimeException> refused) {
    List<Map<String, Integer>> sizes =
        Variation.choices(variations).map(choice -> sizes(choice, refused)).toList();
    for (Map<String, Integer> size : sizes) {
      scenario(size)
          .problem()
          .ifPresent(
              problem -> {
                throw refused.apply(problem);
              });
    }
    return sizes.stream()
        .flatMap(size -> LongStream.rangeClosed(1, count).mapToObj(seed -> one(size, seed)));
  }

  private static Map<String, Integer> sizes(
      Map<String, String> choice, Function<String, RuntimeException> refused) {
    List<String> keys = List.of(KEYS.split(" ", -1));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      sizes.put(keys.get(i), SIZES.get(i));
    }
    choice.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            throw refused.apply(
                "random scenarios have no "
                    + PrintableText.quoted(key)
                    + " to vary"
                    + Suggestions.hint(key, keys));
          }
          sizes.put(key, number(key, value, refused));
        });
    return sizes;
  }

  private static int number(String key, String value, Function<String, RuntimeException> refused) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw refused.apply(
          "expected a number of " + key + ", but found " + PrintableText.quoted(value));
    }
  }

  private static RandomScenario scenario(Map<String, Integer> sizes) {
    List<Integer> values = List.copyOf(sizes.values());
    return new RandomScenario(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6),
        values.get(7));
  }

  private static Case one(Map<String, Integer> sizes, long seed) {
    RandomScenario scenario = scenario(sizes);
    return Case.of("random", Variation.text(sizes) + " seed=" + seed, () -> yaml(scenario, seed));
  }

  private static byte[] yaml(RandomScenario scenario, long seed) {
    StringBuilder yaml = new StringBuilder();
    scenario.lines(seed).forEachRemaining(line -> yaml.append(line).append('\n'));
    return yaml.toString().getBytes(UTF_8);
  }
}
