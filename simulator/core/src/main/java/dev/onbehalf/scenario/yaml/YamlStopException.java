package dev.onbehalf.scenario.yaml;

/** Ends the reading of a file whose problem is reported already. */
final class YamlStopException extends Exception {
  private static final long serialVersionUID = 1L;

  YamlStopException() {
    super("reported already", null, false, false);
  }
}
