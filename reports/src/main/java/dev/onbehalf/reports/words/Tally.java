package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Need;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often the rows of a sweep say what. */
public final class Tally {
  private long rows;
  private long problems;
  private Optional<String> firstProblem = Optional.empty();
  private final Map<String, Long> needs = new LinkedHashMap<>();
  private final Map<String, Long> recommended = new TreeMap<>();
  private final Map<String, Long> suffice = new TreeMap<>();
  private final Map<String, Long> machinery = new TreeMap<>();

  /** A tally of no rows. */
  public Tally() {
    Stream.of(Need.values()).forEach(need -> needs.put(need.word(), 0L));
  }

  /**
   * How often there is something.
   *
   * @param percent of all scenarios without problems
   */
  public record Share(String word, long count, double percent) {}

  /** Counts a row, given by the names of its columns. */
  public void count(Map<String, String> row) {
    rows++;
    if (!row.getOrDefault("problem", "").isEmpty()) {
      problems++;
      firstProblem = firstProblem.or(() -> Optional.of(problem(row)));
      return;
    }
    needs.merge(row.getOrDefault("needs", ""), 1L, Long::sum);
    recommended.merge(row.getOrDefault("recommended", ""), 1L, Long::sum);
    words(row, "suffice").forEach(word -> suffice.merge(word, 1L, Long::sum));
    words(row, "machinery").forEach(word -> machinery.merge(word, 1L, Long::sum));
  }

  private static String problem(Map<String, String> row) {
    return Stream.of("file", "parameters", "problem")
        .map(column -> row.getOrDefault(column, ""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private static Stream<String> words(Map<String, String> row, String column) {
    return Stream.of(row.getOrDefault(column, "").split(" ", -1)).filter(word -> !word.isEmpty());
  }

  /** How many rows there are. */
  public long rows() {
    return rows;
  }

  /** How many of them have a problem. */
  public long problems() {
    return problems;
  }

  /** The first of the problems, and where it is. */
  public Optional<String> firstProblem() {
    return firstProblem;
  }

  /** How often one point must see user and agent together. */
  public Share required() {
    String joint = Need.JOINT.word();
    return share(Map.entry(joint, needs.getOrDefault(joint, 0L)));
  }

  /** What the target needs that needs most, from the least to the most. */
  public List<Share> needs() {
    return needs.entrySet().stream().map(this::share).toList();
  }

  /** The recommended strategies, the most frequent first. */
  public List<Share> recommended() {
    return mostFirst(recommended);
  }

  /** The strategies that enforce everything, the most frequent first. */
  public List<Share> suffice() {
    return mostFirst(suffice);
  }

  /** The machinery of what is recommended, the most frequent first. */
  public List<Share> machinery() {
    return mostFirst(machinery);
  }

  private List<Share> mostFirst(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(this::share)
        .sorted(Comparator.comparingLong(Share::count).reversed())
        .toList();
  }

  private Share share(Map.Entry<String, Long> one) {
    return new Share(
        one.getKey(), one.getValue(), 100.0 * one.getValue() / Math.max(1, rows - problems));
  }
}
