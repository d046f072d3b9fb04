package dev.onbehalf.jmh.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares what is counted: it is equal, or somebody has to explain why it isn't. */
public final class ExactGate {
  private ExactGate() {}

  /** Everything that differs. */
  public static List<Difference> compare(
      Inventory baseline, Inventory candidate, Acceptance acceptance) {
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(baseline.strategies().keySet());
    names.addAll(candidate.strategies().keySet());
    for (String name : names) {
      Optional<Counts> before = Optional.ofNullable(baseline.strategies().get(name));
      Optional<Counts> after = Optional.ofNullable(candidate.strategies().get(name));
      if (before.isPresent() && after.isPresent()) {
        differences.addAll(differences(name, before.get(), after.get(), acceptance));
      } else {
        differences.add(presence(name, before.isPresent(), acceptance));
      }
    }
    return differences;
  }

  /** The benchmarks that one side lacks of strategies that both have. */
  public static List<Difference> compareRows(
      Set<Row> baseline, Set<Row> candidate, Acceptance acceptance) {
    TreeSet<Row> rows = new TreeSet<>(baseline);
    rows.addAll(candidate);
    return rows.stream()
        .filter(row -> baseline.contains(row) != candidate.contains(row))
        .filter(row -> hasStrategy(baseline, row) && hasStrategy(candidate, row))
        .map(row -> presence(row, baseline.contains(row), acceptance))
        .toList();
  }

  private static boolean hasStrategy(Set<Row> rows, Row wanted) {
    return rows.stream().anyMatch(row -> row.strategy().equals(wanted.strategy()));
  }

  private static Difference presence(Row row, boolean before, Acceptance acceptance) {
    Difference strategy = presence(row.strategy(), before, acceptance);
    return new Difference(
        row.strategy(),
        row.benchmark().words(),
        strategy.before(),
        strategy.after(),
        strategy.accepted());
  }

  private static Difference presence(String name, boolean before, Acceptance acceptance) {
    return new Difference(
        name,
        Acceptance.PRESENCE,
        before ? "there" : "missing",
        before ? "missing" : "there",
        acceptance.covers(name, Acceptance.PRESENCE));
  }

  private static List<Difference> differences(
      String strategy, Counts before, Counts after, Acceptance acceptance) {
    TreeSet<String> names = new TreeSet<>(before.values().keySet());
    names.addAll(after.values().keySet());
    return names.stream()
        .filter(name -> !word(before.values(), name).equals(word(after.values(), name)))
        .map(
            name ->
                new Difference(
                    strategy,
                    name,
                    word(before.values(), name),
                    word(after.values(), name),
                    acceptance.covers(strategy, name)))
        .toList();
  }

  private static String word(SortedMap<String, Long> values, String name) {
    return Optional.ofNullable(values.get(name)).map(String::valueOf).orElse("missing");
  }

  /**
   * Something that differs.
   *
   * @param what the name of the count, or {@link Acceptance#PRESENCE}
   * @param accepted whether somebody has explained it
   */
  public record Difference(
      String strategy, String what, String before, String after, boolean accepted) {}
}
