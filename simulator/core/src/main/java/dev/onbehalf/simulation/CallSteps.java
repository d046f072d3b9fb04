package dev.onbehalf.simulation;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Evidence;
import dev.onbehalf.authz.PolicyDecisionPoint;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.OperationCounts;
import dev.onbehalf.token.RawOperations;
import dev.onbehalf.token.TokenService;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The call that the first user of a scenario makes through its first agent, step by step. The user
 * is logged in before the first step, and no step keeps anything for the next time.
 */
public final class CallSteps {
  private final CredentialStrategy strategy;
  private final Scenario scenario;
  private final TokenService tokenService;
  private final Target target;
  private final Call call;
  private final EnforcementPoint enforcementPoint;

  /** The steps of a strategy, which enrols whom the scenario names. */
  public CallSteps(CredentialStrategy strategy, Scenario scenario, TokenService tokenService) {
    this.strategy = strategy;
    this.scenario = scenario;
    this.tokenService = tokenService;
    Request request = request(scenario);
    target = new Target(request.resource(), request.action());
    call = new Callers(strategy, population(scenario), tokenService).call(request);
    enforcementPoint = new EnforcementPoint(strategy, tokenService);
    // The first time the user logs in, which isn't part of obtaining and isn't done again.
    strategy.obtain(call);
  }

  /** The agent gets what it presents. */
  public Presentation obtain() {
    return strategy.obtain(call).presentation();
  }

  /**
   * The resource server checks what is presented.
   *
   * @throws InvalidTokenException when it refuses it
   */
  public Evidence verify(Presentation presentation) throws InvalidTokenException {
    enforcementPoint.forgetUses();
    return enforcementPoint.examine(presentation, target);
  }

  /** The policy engine decides, remembering no earlier answer. */
  public Answer decide(Evidence evidence) {
    return new PolicyDecisionPoint(scenario, strategy.proves())
        .decide(evidence, target.resource(), target.action());
  }

  /**
   * All steps in their order.
   *
   * @throws InvalidTokenException when the resource server refuses what is presented
   */
  public Answer access() throws InvalidTokenException {
    return decide(verify(obtain()));
  }

  /** What obtaining once costs, counted where it happens. */
  public OperationCounts costOfObtaining() {
    OperationCounts before = tokenService.meter().counts();
    obtain();
    return tokenService.meter().counts().since(before);
  }

  /**
   * What verifying once costs, counted where it happens.
   *
   * @throws InvalidTokenException when the resource server refuses what is presented
   */
  public OperationCounts costOfVerifying() throws InvalidTokenException {
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
