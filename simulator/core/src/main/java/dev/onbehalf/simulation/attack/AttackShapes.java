package dev.onbehalf.simulation.attack;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.score.RouteShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done with a strategy's credentials, learned in a small world, with the parties left
 * open.
 *
 * @param callers what callers can do, by {@linkplain RouteShape#pattern the patterns of requests}
 * @param secrets what standing credentials show by themselves
 */
public record AttackShapes(Map<RouteShape.Pattern, Caller> callers, List<Secret> secrets) {
  public AttackShapes {
    callers = Map.copyOf(callers);
    secrets = List.copyOf(secrets);
  }

  /** What callers can do on paths of the pattern. */
  public Caller caller(RouteShape.Pattern pattern) {
    return callers.getOrDefault(pattern, Caller.NOBODY);
  }

  /**
   * Callers on paths of one pattern.
   *
   * @param unattended whether they obtain credentials while the user isn't logged in
   * @param ways in which they call, honest and cheating
   * @param arrivals what arrives at the points from an honest one
   */
  public record Caller(boolean unattended, List<Way> ways, List<Arrival> arrivals) {
    private static final Caller NOBODY = new Caller(false, List.of(), List.of());

    public Caller {
      ways = List.copyOf(ways);
      arrivals = List.copyOf(arrivals);
    }
  }

  /**
   * One way to call.
   *
   * @param withoutAgent for so many seconds it is good after the agent is revoked; empty for ever
   * @param withoutUser likewise for the user
   */
  public record Way(RouteShape shape, Optional<Long> withoutAgent, Optional<Long> withoutUser) {}

  /**
   * What arrives at a point, and what copies of it show.
   *
   * @param keyed whether it proves a key, which isn't copied
   * @param once whether it holds a proof that is good only once
   */
  public record Arrival(Point point, boolean keyed, boolean once, List<Copied> copies) {
    public Arrival {
      copies = List.copyOf(copies);
    }
  }

  /**
   * One way to present a copy.
   *
   * @param seconds for so many it is good; empty if it doesn't expire
   */
  public record Copied(RouteShape shape, Where where, Optional<Long> seconds) {}

  /** Where a copy is presented. */
  public enum Where {
    OWN_ACTION,
    OTHER_ACTION,
    OTHER_RESOURCE
  }

  /**
   * A kind of standing credential.
   *
   * @param kind the word for it
   * @param everywhere whether one is good at every resource, and not at one of its own
   * @param pattern of the requests for whose users and agents there is one
   * @param shapes what it shows
   */
  public record Secret(
      String kind, boolean everywhere, RouteShape.Pattern pattern, List<RouteShape> shapes) {
    public Secret {
      shapes = List.copyOf(shapes);
    }
  }
}
