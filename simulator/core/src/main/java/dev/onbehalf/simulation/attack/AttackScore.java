package dev.onbehalf.simulation.attack;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What attacks come to under one strategy, computed on classes of requests. */
public final class AttackScore {
  private final Calls calls;
  private final Set<Point> blind;

  /**
   * A score.
   *
   * @param truth a table in which one can tell who is who
   * @param cheats what points can be made to see by cheating callers
   */
  public AttackScore(
      TruthTable truth,
      Proof proof,
      Map<RouteShape.Pattern, List<RouteShape>> cheats,
      AttackShapes shapes) {
    calls = new Calls(truth, new EvidenceClasses(truth.classes(), proof, cheats), shapes);
    blind =
        proof.showings().stream()
            .filter(showing -> showing.via().stream().allMatch(AttackScore::isOfResource))
            .map(Proof.Showing::point)
            .collect(Collectors.toSet());
  }

  /** What the resource knows of the context, it knows without a token. */
  private static boolean isOfResource(String attribute) {
    return Attributes.isOfContext(attribute) && !attribute.equals(Attributes.CONTEXT);
  }

  /**
   * The facts, without what a workload makes of them.
   *
   * @param standing how many standing credentials there are of each kind
   */
  public AttackFacts facts(SortedMap<String, Integer> standing) {
    Revoking revoking = new Revoking(calls);
    return new AttackFacts(
        new LogReading(calls).attribution(),
        bound(revoking.ofAgent()),
        bound(revoking.ofUser()),
        new Withdrawing(calls).withdrawal(),
        new Theft(calls, blind).copies(),
        new Secrets(calls).of(standing),
        new Hijacking(calls).hijack());
  }

  private static Revocation bound(Optional<Long> seconds) {
    return new Revocation(seconds, Optional.empty(), Optional.empty());
  }
}
