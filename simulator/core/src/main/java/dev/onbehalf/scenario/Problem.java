package dev.onbehalf.scenario;

/**
 * One thing wrong with a scenario file.
 *
 * @param message what is wrong and what would be right, on one line
 * @param excerpt the offending line and a caret line under the word, each without a line end
 */
public record Problem(Position position, String message, String excerpt) {
  /** The problem as {@code file:line:column: message}, with the excerpt below. */
  public String render(String file) {
    return file
        + ":"
        + position.line()
        + ":"
        + position.column()
        + ": "
        + message
        + (excerpt.isEmpty() ? "" : "\n" + excerpt);
  }
}
