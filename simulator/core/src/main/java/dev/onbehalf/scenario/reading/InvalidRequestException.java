package dev.onbehalf.scenario.reading;

import java.util.List;

/** A request that can't be read, or that the scenario doesn't have, with all that is wrong. */
public final class InvalidRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidRequestException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with what would be right. */
  public List<String> problems() {
    return problems;
  }
}
