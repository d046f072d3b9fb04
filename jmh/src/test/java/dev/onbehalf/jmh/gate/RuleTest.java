package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slowdown as large as the limit doesn't pass, and no change fails nothing. */
class RuleTest {
  private static final Rule RULE = new Rule(0.1);
  private static final Row ROW = new Row("one", Benchmark.ACCESS);

  /** Forks around a ratio, half a per cent or so apart. */
  private static Ratios around(double ratio, int forks, double spread) {
    return new Ratios(
        IntStream.range(0, forks)
            .mapToObj(fork -> Math.log(ratio) + spread * (fork - (forks - 1) / 2.0))
            .toList());
  }

  private static Verdict judged(Ratios ratios) {
    return judged(ratios, 1);
  }

  private static Verdict judged(Ratios ratios, int family) {
    return Objects.requireNonNull(RULE.judge(Map.of(ROW, ratios), family, Rule.alpha(0)).get(ROW));
  }

  @ParameterizedTest
  @CsvSource({
    "0.80, IMPROVED",
    "0.90, IMPROVED",
    "0.97, PASS",
    "1.00, PASS",
    "1.05, PASS",
    "1.10, REGRESSION",
    "1.12, REGRESSION",
    "1.50, REGRESSION",
  })
  void forks_thatAgree_areJudgedByTheirRatio(double ratio, Verdict verdict) {
    assertEquals(verdict, judged(around(ratio, 5, 0.002)));
  }

  @ParameterizedTest
  @CsvSource({"0.90", "1.00", "1.05", "1.10", "1.20"})
  void forks_thatContradictEachOther_decideNothing(double ratio) {
    assertEquals(Verdict.INCONCLUSIVE, judged(around(ratio, 5, 0.2)));
  }

  @Test
  void forks_thatAreAllTheSame_areJudgedByTheirRatio() {
    assertEquals(Verdict.PASS, judged(around(1, 5, 0)));
    assertEquals(Verdict.REGRESSION, judged(around(1.2, 5, 0)));
    assertEquals(Verdict.IMPROVED, judged(around(0.8, 5, 0)));
  }

  @Test
  void slowdown_atTheLimit_doesNotPassHoweverManyForksAgree() {
    assertEquals(Verdict.REGRESSION, judged(around(1.1, 40, 0.0001)));
  }

  @Test
  void oneRow_thatIsSlowerAmongMany_isFound() {
    SortedMap<Row, Ratios> rows = new TreeMap<>();
    for (int i = 0; i < 33; i++) {
      rows.put(new Row("strategy-" + i, Benchmark.OWN_CODE), around(1, 8, 0.001));
    }
    rows.put(ROW, around(1.12, 8, 0.001));
    Map<Row, Verdict> verdicts = RULE.judge(rows, rows.size(), Rule.alpha(1));
    assertEquals(Verdict.REGRESSION, verdicts.get(ROW));
    assertEquals(33, verdicts.values().stream().filter(Verdict.PASS::equals).count());
  }

  @Test
  void evidence_thatSufficesForOneRow_doesNotSufficeForOneOfAHundred() {
    Ratios ratios = around(1.12, 5, 0.008);
    assertEquals(Verdict.REGRESSION, judged(ratios, 1));
    assertEquals(Verdict.INCONCLUSIVE, judged(ratios, 100));
  }

  @Test
  void looks_spendNoMoreThanTheWhole() {
    double spent =
        DoubleStream.iterate(0, look -> look + 1)
            .limit(Rule.LOOKS.size())
            .map(look -> Rule.alpha((int) look))
            .sum();
    assertTrue(spent <= Rule.ALPHA, "" + spent);
  }
}
