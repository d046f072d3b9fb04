package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.Refusable;
import java.util.HashMap;
import java.util.Map;

/**
 * Examines each presentation once, for tests that show the same few tokens in thousands of worlds.
 */
public final class RememberedExaminer implements Examiner {
  private final Map<Attempt, Refusable<Examined>> memory = new HashMap<>();
  private final Examiner examiner;

  public RememberedExaminer(Examiner examiner) {
    this.examiner = examiner;
  }

  @Override
  public Refusable<Examined> examine(Point point, Presentation presentation, Target target) {
    return memory.computeIfAbsent(
        new Attempt(point, presentation, target),
        attempt -> examiner.examine(point, presentation, target));
  }

  private record Attempt(Point point, Presentation presentation, Target target) {}
}
