package dev.onbehalf.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file that can't be run, with everything that is wrong with it. */
public final class InvalidScenarioException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<Problem> problems;

  public InvalidScenarioException(String file, List<Problem> problems) {
    super(problems.stream().map(problem -> problem.render(file)).collect(Collectors.joining("\n")));
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  /** The name of the file, as it was given. */
  public String file() {
    return file;
  }

  /** All problems in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
