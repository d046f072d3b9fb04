package dev.onbehalf.reports.html;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Need;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the resources of the four scenarios need. */
final class Boundaries {
  private Boundaries() {}

  /** Both users may in person, only the first via the agent. */
  static Boundary gated(Strategies world) {
    Request allowed = world.request(world.allowed(), List.of(world.agent()));
    Request refused = world.request(world.refused(), List.of(world.agent()));
    Request direct = world.request(world.refused(), List.of());
    return new Boundary(
        world.resource(),
        allowed.action(),
        Need.GATED,
        List.of(
            counterexample(Need.NONE, List.of(direct), refused),
            counterexample(Need.USER, List.of(direct), refused),
            counterexample(Need.PATH, List.of(allowed), refused),
            counterexample(Need.TWO_CHECKS, List.of(direct, allowed), refused)),
        new Doors(2, 2));
  }

  /** Whoever may, may via every agent. */
  static Boundary none(String resource) {
    return new Boundary(resource, "read", Need.NONE, List.of(), new Doors(1, 1));
  }

  /** Only the first user may, and only via the agent. */
  static Boundary twoChecks(Strategies world) {
    Request allowed = world.request(world.allowed(), List.of(world.agent()));
    Request refused = world.request(world.refused(), List.of(world.agent()));
    Request direct = world.request(world.allowed(), List.of());
    return new Boundary(
        world.resource(),
        allowed.action(),
        Need.TWO_CHECKS,
        List.of(
            counterexample(Need.NONE, List.of(allowed), direct),
            counterexample(Need.USER, List.of(allowed), direct),
            counterexample(Need.PATH, List.of(allowed), refused)),
        new Doors(1, 1));
  }

  private static Counterexample counterexample(
      Need against, List<Request> permitted, Request denied) {
    String sentence =
        permitted.stream().map(Request::sentence).collect(Collectors.joining(" and "))
            + " must be permitted, "
            + denied.sentence()
            + " denied";
    Optional<Truth> corner =
        permitted.size() == 2 ? Optional.of(Truth.PERMITTED) : Optional.empty();
    return new Counterexample(against, permitted, denied, sentence, corner);
  }
}
