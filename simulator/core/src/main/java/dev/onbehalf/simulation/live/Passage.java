package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes a call from the point where it is first presented to the resource, and no further. */
public final class Passage {
  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Examiner examiner;
  private final List<Point> points;
  private final Map<Stage, Refusable<Presentation>> forwarded = new HashMap<>();
  private OperationCounts cost = new OperationCounts(0, 0, 0);
  private long tokens;

  public Passage(CredentialStrategy strategy, TokenService tokenService, Examiner examiner) {
    this(strategy, strategy.about().proof(), tokenService, examiner);
  }

  /** The ways of calls whose points are known from the proof of the strategy. */
  Passage(CredentialStrategy strategy, Proof proof, TokenService tokenService, Examiner examiner) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    this.examiner = examiner;
    points = proof.showings().stream().map(Proof.Showing::point).toList();
  }

  /** The points to which a caller can turn. */
  List<Point> doors() {
    return points.stream().filter(point -> point != Point.ISSUANCE).toList();
  }

  /**
   * What each point sees, as far as the call gets, unless one refuses what is presented to it.
   *
   * @param admits whether a point lets the call go on
   */
  public Refusable<List<Visit>> walk(
      Point door, Presentation presentation, Target target, Predicate<Visit> admits) {
    return walk(door, presentation, target, new TreeMap<>(), admits);
  }

  /**
   * What each point sees, as far as the call gets, unless one refuses what is presented to it.
   *
   * @param state what the resource knows of itself, whatever is presented
   * @param admits whether a point lets the call go on
   */
  public Refusable<List<Visit>> walk(
      Point door,
      Presentation presentation,
      Target target,
      SortedMap<String, String> state,
      Predicate<Visit> admits) {
    return walk(new Stage(door, presentation, target), new Walk(state, admits, new ArrayList<>()));
  }

  private Refusable<List<Visit>> walk(Stage stage, Walk walk) {
    return examiner
        .examine(stage.point(), stage.presentation(), stage.target())
        .flatMap(examined -> goOn(stage, examined, walk));
  }

  private Refusable<List<Visit>> goOn(Stage stage, Examiner.Examined examined, Walk walk) {
    Visit visit = walk.visit(stage.point(), examined.evidence());
    return walk.admits().test(visit) && stage.point() != Point.RESOURCE
        ? forward(stage, examined.presentation())
            .flatMap(onward -> walk(stage.next(after(stage.point()), onward), walk))
        : Refusable.of(walk.visits());
  }

  private Point after(Point point) {
    return points.get(points.indexOf(point) + 1);
  }

  /** What the point presents to the next, which it keeps for when the same call comes again. */
  private Refusable<Presentation> forward(Stage stage, VerifiedPresentation admitted) {
    Refusable<Presentation> kept = forwarded.get(stage);
    if (kept != null) {
      return kept;
    }
    OperationCounts before = tokenService.meter().counts();
    long issued = tokenService.tokensIssued();
    // One more hop on the way to the resource.
    tokenService.meter().countRoundTrip();
    Refusable<Presentation> onward = strategy.forward(admitted, onward(stage.target()));
    forwarded.put(stage, onward);
    cost = cost.plus(tokenService.meter().counts().since(before));
    tokens += tokenService.tokensIssued() - issued;
    return onward;
  }

  /** What forwarding took so far, hops included. */
  OperationCounts costOfForwarding() {
    return cost;
  }

  /** How many tokens were minted to forward calls. */
  long tokensOfForwarding() {
    return tokens;
  }

  private Onward onward(Target target) {
    return new Onward(
        target.resource(),
        target.action(),
        tokenService::client,
        user -> tokenService.vaultToken(user, target.resource()));
  }

  /** One call under way. */
  private record Walk(
      SortedMap<String, String> state, Predicate<Visit> admits, List<Visit> visits) {
    /** The resource adds what it knows of itself, in the place of what callers say of it. */
    Visit visit(Point point, Evidence shown) {
      Evidence evidence = point == Point.RESOURCE ? shown.verifiedContext(state) : shown;
      Visit visit = new Visit(point, evidence);
      visits.add(visit);
      return visit;
    }
  }

  private record Stage(Point point, Presentation presentation, Target target) {
    Stage next(Point other, Presentation onward) {
      return new Stage(other, onward, target);
    }
  }
}
