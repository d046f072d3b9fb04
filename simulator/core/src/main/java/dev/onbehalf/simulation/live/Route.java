package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.strategy.Presentation;
import java.util.List;

/**
 * One way in which a call can be made.
 *
 * @param door the point that it is first presented to
 * @param concealed whether it takes a token that the agent got by concealing that it is one
 * @param visits what the points that it passes see, as far as it gets
 */
public record Route(Point door, Presentation presentation, boolean concealed, List<Visit> visits) {
  public Route {
    visits = List.copyOf(visits);
  }
}
