package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.HashMap;
import java.util.Map;

/**
 * Examines each presentation once, for tests that show the same few tokens in thousands of worlds.
 */
public final class RememberedExaminer implements Examiner {
  private final Map<Attempt, Examined> memory = new HashMap<>();
  private final Examiner examiner;

  public RememberedExaminer(Examiner examiner) {
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
