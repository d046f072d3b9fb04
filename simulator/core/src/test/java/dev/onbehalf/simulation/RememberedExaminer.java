package dev.onbehalf.simulation;

import dev.onbehalf.authz.Point;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.InvalidTokenException;
import java.util.HashMap;
import java.util.Map;

/**
 * Examines each presentation once, for tests that show the same few tokens in thousands of worlds.
 */
final class RememberedExaminer implements Examiner {
  private final Map<Attempt, Examined> memory = new HashMap<>();
  private final Examiner examiner;

  RememberedExaminer(Examiner examiner) {
    this.examiner = examiner;
  }

  @Override
  public Examined examine(Point point, Presentation presentation, Target target)
      throws InvalidTokenException {
    Attempt attempt = new Attempt(point, presentation, target);
    Examined remembered = memory.get(attempt);
    if (remembered == null) {
      remembered = examiner.examine(point, presentation, target);
      memory.put(attempt, remembered);
    }
    return remembered;
  }

  private record Attempt(Point point, Presentation presentation, Target target) {}
}
