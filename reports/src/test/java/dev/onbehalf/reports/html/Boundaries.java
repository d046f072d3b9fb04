package dev.onbehalf.reports.html;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Boundary.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the resources of the four scenarios need. */
final class Boundaries {
  private Boundaries() {}

  /** Both users may in person, only the first via the agent. */
  static Boundary onePoint(Strategies world) {
    Request allowed = world.request(world.allowed(), List.of(world.agent()));
    Request refused = world.request(world.refused(), List.of(world.agent()));
    Request direct = world.request(world.refused(), List.of());
    return new Boundary(
        world.resource(),
        Need.ONE_POINT_MUST_SEE_BOTH,
        "one point must see the user and the path taken together",
        false,
        List.of(),
        List.of(
            counterexample(Claim.AGENT_NEVER_MATTERS, List.of(direct), refused),
            counterexample(Claim.USER_NEVER_MATTERS, List.of(allowed), refused),
            counterexample(Claim.TWO_CHECKS_SUFFICE, List.of(direct, allowed), refused)));
  }

  /** Whoever may, may via every agent. */
  static Boundary agentNeverMatters(String resource) {
    return new Boundary(
        resource,
        Need.AGENT_NEVER_MATTERS,
        "the agent never matters, so handing over the user's token is enough",
        false,
        List.of(),
        List.of());
  }

  /** Only the first user may, and only via the agent, and the other in another mode. */
  static Boundary twoChecksInContext(Strategies world, String attribute, String otherValue) {
    Request allowed = world.request(world.allowed(), List.of(world.agent()));
    Request refused = world.request(world.refused(), List.of(world.agent()));
    Request direct = world.request(world.allowed(), List.of());
    Request otherwise =
        new Request(
            refused.user(),
            refused.via(),
            refused.resource(),
            refused.action(),
            new TreeMap<>(Map.of(attribute, otherValue)));
    List<Counterexample> witness = new ArrayList<>();
    witness.add(counterexample(Claim.AGENT_NEVER_MATTERS, List.of(allowed), direct));
    witness.add(counterexample(Claim.USER_NEVER_MATTERS, List.of(allowed), refused));
    witness.add(counterexample(Claim.CONTEXT_NEVER_MATTERS, List.of(otherwise), refused));
    return new Boundary(
        world.resource(),
        Need.TWO_CHECKS_SUFFICE,
        "two independent checks suffice, one of the user and one of the path taken; the context"
            + " attribute "
            + attribute
            + " matters, too",
        true,
        List.of(attribute),
        witness);
  }

  private static Counterexample counterexample(
      Claim against, List<Request> permitted, Request denied) {
    String sentence =
        permitted.stream().map(Request::sentence).collect(Collectors.joining(" and "))
            + " must be permitted, "
            + denied.sentence()
            + " denied";
    return new Counterexample(against, permitted, denied, sentence);
  }
}
