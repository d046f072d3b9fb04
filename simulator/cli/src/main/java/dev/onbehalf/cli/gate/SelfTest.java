package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.TimeResult;
import dev.onbehalf.jmh.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares the running build with itself, where the right verdicts are known. */
final class SelfTest {
  private static final List<Double> SLOWDOWNS = List.of(0.0, 0.1, 0.2);

  private final GateContext context;
  private boolean wrong;

  SelfTest(GateContext context) {
    this.context = context;
  }

  /** Makes every comparison, and fails when a verdict was wrong; undecided is not wrong. */
  ExitCode run(Console console) throws MeasurementException, IncomparableException {
    List<String> names = List.copyOf(context.candidate().strategies().keySet());
    console.out().println("self-test of " + context.build().words());
    console.out().println("load %s before".formatted(Machine.load()));
    for (double slowdown : SLOWDOWNS) {
      console.out().println(line(slowdown, results(slowdown, names)));
    }
    console.out().println("load %s after".formatted(Machine.load()));
    return wrong ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  private List<TimeResult> results(double slowdown, List<String> names)
      throws MeasurementException {
    List<TimeResult> results = new ArrayList<>();
    for (int run = 0; run < context.options().runs(); run++) {
      // Seeds of a comparison follow each other, fork by fork.
      long seed = context.options().seed() + 1_000L * run;
      results.add(new DuetComparison(context, context.build(), slowdown, seed).time(names));
    }
    return results;
  }

  private String line(double slowdown, List<TimeResult> results) {
    long slower = results.stream().filter(result -> isRegression(result)).count();
    long passed = results.stream().filter(result -> isPass(result)).count();
    wrong |= slowdown == 0 ? slower > 0 : passed > 0;
    String rate =
        slowdown == 0
            ? "false alarms %d of %d".formatted(slower, results.size())
            : "detected %d of %d".formatted(slower, results.size());
    return String.format(
        Locale.ROOT,
        "%s: %s, passed %d, undecided %d; rows: %s; %.1f forks and %.0f s each",
        slowdown == 0 ? "A/A" : String.format(Locale.ROOT, "slowed by %.0f %%", 100 * slowdown),
        rate,
        passed,
        results.size() - slower - passed,
        rows(results),
        results.stream().mapToInt(TimeResult::forks).average().orElse(0),
        results.stream().mapToDouble(TimeResult::seconds).average().orElse(0));
  }

  private static String rows(List<TimeResult> results) {
    List<String> words = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long rows =
          results.stream()
              .flatMap(result -> result.rows().values().stream())
              .filter(row -> row.verdict() == verdict)
              .count();
      words.add(rows + " " + verdict.words());
    }
    return String.join(", ", words);
  }

  private static boolean isRegression(TimeResult result) {
    return result.isValid() && result.has(Verdict.REGRESSION);
  }

  private static boolean isPass(TimeResult result) {
    return result.isValid() && !result.has(Verdict.REGRESSION) && !result.has(Verdict.INCONCLUSIVE);
  }
}
