package dev.onbehalf.cli;

/** How a command ended, from good to bad: of several outcomes the worst counts. */
enum ExitCode {
  OK(0),
  MEASUREMENT_INCONCLUSIVE(5),
  EXPECTATION_FAILED(1),
  INVALID_INPUT(2),
  STRATEGY_FAILED(3),
  OUTPUT_FAILED(4),
  OUT_OF_MEMORY(71),
  INTERNAL_ERROR(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The code that the process ends with. */
  int code() {
    return code;
  }

  /** The worse of two outcomes. */
  ExitCode or(ExitCode other) {
    return compareTo(other) < 0 ? other : this;
  }
}
