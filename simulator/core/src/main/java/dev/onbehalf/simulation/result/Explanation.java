package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Assurance;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Practice;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import java.util.List;
import java.util.Optional;

/**
 * What the calls of one strategy consist of, played in a small world, to be shown to a reader.
 *
 * @param summary what a caller does
 * @param specification the document that defines the strategy
 * @param practice what others call it, and how it is used
 * @param proves the attributes that a call through agents shows at one point or another
 * @param deniable whether an agent that cheats can leave its part out and pass for the user in
 *     person, where an honest one is told apart
 * @param calls one in person, one through an agent, one through two
 * @param machinery what must exist for it to run
 * @param cachedBy by what the credential of a call through agents may be cached
 * @param registrations what has to exist before the first call
 */
public record Explanation(
    String strategy,
    String summary,
    String specification,
    Practice practice,
    List<String> proves,
    boolean deniable,
    List<ExplainedCall> calls,
    long signatures,
    long verifications,
    long roundTrips,
    long tokenBytes,
    List<Machinery> machinery,
    List<String> cachedBy,
    List<RegistrationFacts> registrations,
    Growth growth) {
  public Explanation {
    proves = List.copyOf(proves);
    calls = List.copyOf(calls);
    machinery = List.copyOf(machinery);
    cachedBy = List.copyOf(cachedBy);
    registrations = List.copyOf(registrations);
  }

  /**
   * One call.
   *
   * @param stops the points that it passes, in their order
   * @param heldBesides what the caller ends up with and doesn't present
   */
  public record ExplainedCall(Request request, List<Stop> stops, List<PartFacts> heldBesides) {
    public ExplainedCall {
      stops = List.copyOf(stops);
      heldBesides = List.copyOf(heldBesides);
    }

    /** What the points learn of the call. */
    public List<List<EvidenceFacts>> evidence() {
      return stops.stream().map(Stop::evidence).toList();
    }
  }

  /**
   * What is presented to one point, and what it learns from it.
   *
   * @param presented empty at issuance, where the token service has the request for a token
   */
  public record Stop(Point point, List<PartFacts> presented, List<EvidenceFacts> evidence) {
    public Stop {
      presented = List.copyOf(presented);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * One thing that is presented.
   *
   * @param token what it is when it is a token
   * @param words what it is otherwise
   */
  public record PartFacts(String place, Optional<TokenFacts> token, String words) {}

  /** One attribute that a point learns, and what it is worth. */
  public record EvidenceFacts(String attribute, String value, Assurance assurance) {}

  /** One thing that someone has to create and look after. */
  public record RegistrationFacts(String kind, List<String> names) {
    public RegistrationFacts {
      names = List.copyOf(names);
    }
  }
}
