package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.PolicyDecisionPoint;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.grant.VerifiedExchange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The policy engines of all points. */
public final class DecisionPoints implements Issuance.Judge {
  private final Scenario scenario;
  private final Map<Point, PolicyDecisionPoint> points = new EnumMap<>(Point.class);

  public DecisionPoints(Scenario scenario, Proof proof) {
    this.scenario = scenario;
    for (Proof.Showing showing : proof.showings()) {
      points.put(showing.point(), new PolicyDecisionPoint(scenario, proof, showing.point()));
    }
  }

  Answer answer(Visit visit, String resource, String action) {
    PolicyDecisionPoint point = points.get(visit.point());
    if (point == null) {
      throw new IllegalArgumentException("nobody decides at the " + visit.point().word());
    }
    return point.decide(visit.evidence(), resource, action);
  }

  public List<Answer> answers(List<Visit> visits, Target target) {
    return visits.stream().map(visit -> answer(visit, target.resource(), target.action())).toList();
  }

  /** Denied if one denies or none was shown anything, and in doubt if one is. */
  public static Decision together(List<Answer> answers) {
    List<Decision> decisions = answers.stream().map(Answer::decision).toList();
    if (decisions.isEmpty() || decisions.contains(Decision.DENY)) {
      return Decision.DENY;
    }
    return decisions.contains(Decision.INDETERMINATE) ? Decision.INDETERMINATE : Decision.PERMIT;
  }

  /** A token is issued unless some action that its scope covers is denied. */
  @Override
  public boolean admits(Visit visit, VerifiedExchange exchange) {
    return scenario.resources().stream()
        .filter(resource -> resource.name().equals(exchange.resource()))
        .map(Resource::actions)
        .flatMap(List::stream)
        .filter(action -> Scope.covers(exchange.scope(), Scope.of(exchange.resource(), action)))
        .allMatch(action -> answer(visit, exchange.resource(), action).decision() != Decision.DENY);
  }
}
