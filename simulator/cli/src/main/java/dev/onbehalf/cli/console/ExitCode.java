package dev.onbehalf.cli.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How a command ended, from good to bad: of several outcomes the worst counts. */
public enum ExitCode {
  OK(0, "ran, and every expectation held"),
  MEASUREMENT_INCONCLUSIVE(
      5, "a measurement was inconclusive; the scores are written all the same"),
  EXPECTATION_FAILED(1, "an expectation or a gate failed"),
  INVALID_INPUT(
      2,
      "wrong usage, an invalid scenario, or a baseline, engine or token service that can't be used"),
  STRATEGY_FAILED(3, "a strategy failed; the others have their results"),
  OUTPUT_FAILED(4, "the output can't be written"),
  OUT_OF_MEMORY(71, "out of memory"),
  INTERNAL_ERROR(70, "a bug of the simulator");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** All of them by their numbers. */
  public static List<ExitCode> inOrder() {
    return Arrays.stream(values()).sorted(Comparator.comparingInt(ExitCode::code)).toList();
  }

  /** The one with the number. */
  public static ExitCode of(int code) {
    return inOrder().stream().filter(one -> one.code() == code).findFirst().orElse(INTERNAL_ERROR);
  }

  /** The code that the process ends with. */
  public int code() {
    return code;
  }

  /** What it tells the user. */
  public String meaning() {
    return meaning;
  }

  /** The worse of two outcomes. */
  public ExitCode or(ExitCode other) {
    return compareTo(other) < 0 ? other : this;
  }
}
