package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.RawOperations;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The call that the first user of a scenario makes through its first agent, step by step. The user
 * is logged in before the first step, and no step keeps anything for the next time.
 */
public final class CallSteps {
  private final CredentialStrategy strategy;
  private final Proof proof;
  private final Scenario scenario;
  private final TokenService tokenService;
  private final Target target;
  private final Call call;
  private final EnforcementPoint enforcementPoint;
  private final Point door;

  /** The steps of a strategy, which enrols whom the scenario names. */
  public CallSteps(CredentialStrategy strategy, Scenario scenario, TokenService tokenService) {
    this.strategy = strategy;
    proof = strategy.about().proof();
    this.scenario = scenario;
    this.tokenService = tokenService;
    Request request = request(scenario);
    target = request.target();
    call =
        new Callers(strategy, population(scenario), tokenService, scenario.contexts())
            .call(request);
    enforcementPoint = new EnforcementPoint(strategy, tokenService);
    // The first time the user logs in, which isn't part of obtaining and isn't done again.
    door = strategy.obtain(call).orElseThrow().door();
  }

  /** The agent gets what it presents. */
  public Presentation obtain() {
    return strategy.obtain(call).orElseThrow().presentation();
  }

  /**
   * Every point, from the first to the resource, checks what is presented to it, and passes it on.
   */
  public List<Visit> verify(Presentation presentation) {
    enforcementPoint.forgetUses();
    // Made anew, since one remembers what it forwarded.
    return new Passage(strategy, proof, tokenService, enforcementPoint)
        .walk(door, presentation, target, visit -> true)
        .orElseThrow();
  }

  /** The policy engine of every point decides, remembering no earlier answer. */
  public List<Answer> decide(List<Visit> visits) {
    return new DecisionPoints(scenario, proof).answers(visits, target);
  }

  /** All steps in their order. */
  public List<Answer> access() {
    return decide(verify(obtain()));
  }

  /** What obtaining once costs, counted where it happens. */
  public OperationCounts costOfObtaining() {
    OperationCounts before = tokenService.meter().counts();
    obtain();
    return tokenService.meter().counts().since(before);
  }

  /** What verifying once costs, counted where it happens. */
  public OperationCounts costOfVerifying() {
    Presentation presentation = obtain();
    OperationCounts before = tokenService.meter().counts();
    verify(presentation);
    return tokenService.meter().counts().since(before);
  }

  /** How many bytes of tokens the call presents. */
  public long tokenBytes() {
    return obtain().tokenBytes();
  }

  /** The bare signature operations on a token that is presented; empty when none is. */
  public Optional<RawOperations> rawOperations() {
    return obtain().tokens().stream().findFirst().map(tokenService::rawOperations);
  }

  private static Request request(Scenario scenario) {
    Resource resource = scenario.resources().get(0);
    return new Request(
        scenario.users().get(0),
        List.of(scenario.agents().get(0)),
        resource.name(),
        resource.actions().get(0),
        new TreeMap<>());
  }

  private static Population population(Scenario scenario) {
    return new Population(
        scenario.users(),
        scenario.agents(),
        scenario.resources().stream().map(Resource::name).toList());
  }
}
