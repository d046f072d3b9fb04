package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.jmh.gate.Acceptance;
import dev.onbehalf.jmh.gate.DuetSide;
import dev.onbehalf.jmh.gate.Purpose;
import dev.onbehalf.jmh.gate.Rule;
import dev.onbehalf.reports.gate.GateMarkdown;
import dev.onbehalf.reports.gate.GateReport;
import dev.onbehalf.reports.gate.GateSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How the user wants builds to be compared. */
public final class GateOptions {
  @Option(
      names = "--save",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "write a baseline: counts, allocated bytes and times, as JMH writes them")
  private Optional<String> save = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "BASELINE",
      converter = FileName.class,
      description =
          "compare with the jar of an earlier build, or with a saved baseline (its times only advise)")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--self-test",
      description = "compare this build with itself, as it is and slowed down by 10 and 20 %%")
  private boolean selfTest;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "how often the self-test makes each comparison (${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--max-regression",
      paramLabel = "SHARE",
      defaultValue = "10%",
      converter = Share.Reader.class,
      description = "a slowdown as large as this must not pass (${DEFAULT-VALUE})")
  private Share maxRegression = new Share(0.1);

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = Budget.Reader.class,
      description =
          "how long a comparison may take, all in all, as in 90s or 5m (${DEFAULT-VALUE})")
  private Budget budget = new Budget(300);

  @Option(
      names = "--accept",
      paramLabel = "CHANGE",
      split = ",",
      description =
          "changes that are explained: a strategy, a count, allocation or presence, or STRATEGY:COUNT")
  private List<String> accepted = new ArrayList<>();

  @Option(names = "--no-time", description = "compare counts and allocated bytes alone")
  private boolean noTime;

  @Option(
      names = "--whole-compiler",
      description =
          "time under the whole compiler, which takes three times as long and varies more")
  private boolean wholeCompiler;

  @Option(
      names = "--slow-down",
      paramLabel = "SHARE",
      converter = Share.Reader.class,
      description = "slow this build down on purpose, to see the gate close")
  private Optional<Share> slowDown = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "the seed of the random orders (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "print a comparison as text or markdown (${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "draw the ratios with their bounds (SVG)")
  private Optional<String> chart = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "write what each fork measured (CSV)")
  private Optional<String> record = Optional.empty();

  /** What is asked for; of several, the first. */
  public GateMode mode() {
    if (save.isPresent()) {
      return GateMode.SAVE;
    }
    if (against.isPresent()) {
      return GateMode.AGAINST;
    }
    return selfTest ? GateMode.SELF_TEST : GateMode.MEASURE;
  }

  /** What is wrong with the options; empty when nothing is. */
  public Optional<String> mistake(List<String> strategies) {
    if (Stream.of(save.isPresent(), against.isPresent(), selfTest).filter(is -> is).count() > 1) {
      return Optional.of(
          "expected one of `--save`, `--against` and `--self-test`, but found several");
    }
    if (runs < 1) {
      return Optional.of("expected `--runs` of 1 or more, but found " + runs);
    }
    return accepted.stream()
        .filter(word -> !isAcceptance(word, strategies))
        .map(
            word ->
                "expected `--accept` of a strategy or one of %s, or both as STRATEGY:COUNT, but found `%s`"
                    .formatted(String.join(", ", counts()), word))
        .findFirst();
  }

  /** A strategy that was removed is accepted by a name that this build doesn't know. */
  private static boolean isAcceptance(String word, List<String> strategies) {
    int colon = word.indexOf(':');
    return colon >= 0
        ? colon > 0 && counts().contains(word.substring(colon + 1))
        : strategies.contains(word) || counts().contains(word);
  }

  private static List<String> counts() {
    return Stream.concat(
            DuetSide.counted().stream(), Stream.of(Acceptance.ALLOCATION, Acceptance.PRESENCE))
        .toList();
  }

  Optional<String> save() {
    return save;
  }

  Optional<String> against() {
    return against;
  }

  Optional<String> chart() {
    return chart;
  }

  Optional<String> record() {
    return record;
  }

  int runs() {
    return runs;
  }

  long seed() {
    return seed;
  }

  double budgetSeconds() {
    return budget.seconds();
  }

  boolean times() {
    return !noTime;
  }

  double slowDown() {
    return slowDown.map(Share::value).orElse(0.0);
  }

  Format format() {
    return format;
  }

  Rule rule() {
    return new Rule(maxRegression.value());
  }

  Purpose purpose() {
    return wholeCompiler ? Purpose.WHOLE_COMPILER : Purpose.TIME;
  }

  Acceptance acceptance() {
    return new Acceptance(accepted);
  }

  /** How a comparison is printed. */
  enum Format {
    TEXT,
    MARKDOWN;

    String render(GateSummary summary) {
      return switch (this) {
        case TEXT -> GateReport.render(summary);
        case MARKDOWN -> GateMarkdown.render(summary);
      };
    }
  }
}
