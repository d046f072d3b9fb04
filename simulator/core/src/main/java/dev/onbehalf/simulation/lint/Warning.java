package dev.onbehalf.simulation.lint;

import dev.onbehalf.scenario.Position;
import java.util.Comparator;

/** Something that is allowed, and was hardly meant. */
public record Warning(Position position, String message) {
  static final Comparator<Warning> FILE_ORDER =
      Comparator.comparing(
          Warning::position,
          Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

  /** The warning as {@code file:line:column: warning: message}. */
  public String render(String file) {
    return "%s:%d:%d: warning: %s".formatted(file, position.line(), position.column(), message);
  }
}
