package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.ContractWorld.Stage;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.live.AttackStage;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.HonestCalls;
import dev.onbehalf.simulation.live.LiveRun;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.PlayedAttacks;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.RememberedCalls;
import dev.onbehalf.simulation.live.RememberedExaminer;
import dev.onbehalf.simulation.live.RequestSampler;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.Worlds;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.jose.SpoiledTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What every strategy keeps to; run it on a strategy to test the strategy. */
public final class StrategyContract {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final CredentialStrategy strategy;

  private StrategyContract(CredentialStrategy strategy) {
    this.strategy = strategy;
  }

  /** The clauses of the contract as tests. */
  public static Stream<DynamicTest> of(CredentialStrategy strategy) {
    StrategyContract contract = new StrategyContract(strategy);
    return Stream.of(
        DynamicTest.dynamicTest("name is kebab-case", contract::nameIsKebabCase),
        DynamicTest.dynamicTest("summary is one short line", contract::summaryIsOneShortLine),
        DynamicTest.dynamicTest("spoiled tokens are refused", contract::spoiledTokensAreRefused),
        DynamicTest.dynamicTest("expired tokens are refused", contract::expiredTokensAreRefused),
        DynamicTest.dynamicTest(
            "tokens for another resource are refused", contract::foreignTokensAreRefused),
        DynamicTest.dynamicTest(
            "machinery is what is declared", contract::machineryIsWhatIsDeclared),
        DynamicTest.dynamicTest("evidence is what is declared", contract::evidenceIsWhatIsDeclared),
        DynamicTest.dynamicTest(
            "evidence comes from the presentation alone",
            contract::evidenceComesFromThePresentationAlone),
        DynamicTest.dynamicTest(
            "forged headers verify nothing", contract::forgedHeadersVerifyNothing),
        DynamicTest.dynamicTest(
            "the same seed gives the same presentation", contract::sameSeedGivesSamePresentation),
        DynamicTest.dynamicTest(
            "live run and exact score agree in every small world",
            contract::liveRunAndExactScoreAgree),
        DynamicTest.dynamicTest(
            "live run and exact score agree on who knows the context",
            contract::liveRunAndExactScoreAgreeOnWhoKnowsTheContext),
        DynamicTest.dynamicTest(
            "live run and exact score agree where agents work for nobody",
            contract::liveRunAndExactScoreAgreeOnNobody),
        DynamicTest.dynamicTest(
            "attacks come to what is computed, in every small world",
            contract::attacksComeToWhatIsComputed),
        DynamicTest.dynamicTest(
            "users and the agents beside them are told apart by nothing that withstands",
            contract::usersAndAgentsBesideThemAreNotToldApart));
  }

  private void nameIsKebabCase() {
    assertTrue(
        strategy.about().name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), strategy.about().name());
  }

  private void summaryIsOneShortLine() {
    String summary = strategy.about().summary();
    assertTrue(summary.matches("\\p{Print}{1,70}(?<![. ])"), summary);
  }

  private void spoiledTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      for (Stage stage : world.stages(request)) {
        for (CompactToken token : stage.presentation().tokens()) {
          SpoiledTokens.of(token, ContractWorld.SEED, ContractWorld.ALGORITHM)
              .forEach(
                  (what, spoiled) ->
                      assertRefused(
                          world.examine(stage.point(), replace(stage, token, spoiled), "disk"),
                          () -> what + " at " + stage.point() + ", " + request.sentence()));
        }
        for (Presentation spoiled : SpoiledTickets.of(stage.presentation())) {
          assertRefused(world.examine(stage.point(), spoiled, "disk"), request::sentence);
        }
      }
    }
  }

  private static Presentation replace(Stage stage, CompactToken token, CompactToken spoiled) {
    return new Presentation(
        stage.presentation().parts().stream().map(part -> replace(part, token, spoiled)).toList());
  }

  private static Part replace(Part part, CompactToken token, CompactToken spoiled) {
    if (part.equals(new Part.BearerToken(token))) {
      return new Part.BearerToken(spoiled);
    }
    return part instanceof Part.SignedHeader header && header.token().equals(token)
        ? new Part.SignedHeader(header.name(), spoiled)
        : part;
  }

  private void expiredTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      List<Stage> stages = world.stages(request);
      world.passTime(Duration.ofDays(1));
      for (Stage stage : stages) {
        if (stage.presentation().tokenBytes() > 0) {
          assertRefused(
              world.examine(stage.point(), stage.presentation(), "disk"), request::sentence);
        }
      }
      world.passTime(Duration.ofDays(-1));
    }
  }

  private void foreignTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      if (world.credentials(request).presentation().tokenBytes() > 0) {
        assertRefused(world.visits(request, "mail"), request::sentence);
      }
      Stage last = last(world.stages(request));
      if (last.presentation().tokenBytes() > 0) {
        assertRefused(world.examine(last.point(), last.presentation(), "mail"), request::sentence);
      }
    }
  }

  private static void assertRefused(Refusable<?> answer, Supplier<String> what) {
    assertEquals(Optional.empty(), answer.toOptional(), what);
  }

  private static Stage last(List<Stage> stages) {
    return stages.get(stages.size() - 1);
  }

  private void machineryIsWhatIsDeclared() {
    assertEquals(ObservedMachinery.of(strategy), strategy.about().machinery());
  }

  private void evidenceIsWhatIsDeclared() {
    ContractWorld world = new ContractWorld(strategy);
    Proof proof = Situation.proof(strategy.about().proof(), ContractWorld.CONTEXTS);
    for (Request request : ContractWorld.requests()) {
      List<Proof.Showing> passed = proof.passed(request.user(), request.via());
      List<Visit> visits = world.visits(request);
      assertEquals(
          passed.stream().map(Proof.Showing::point).toList(),
          visits.stream().map(Visit::point).toList(),
          request::sentence);
      for (int i = 0; i < visits.size(); i++) {
        assertEquals(
            passed.get(i).shownBy(request.user(), request.via(), request.context()),
            visits.get(i).evidence().deciding(proof.believed()),
            request::sentence);
      }
    }
  }

  private void evidenceComesFromThePresentationAlone() {
    ContractWorld world = new ContractWorld(strategy);
    ContractWorld apart = new ContractWorld(ClassesOfTheirOwn.apart(strategy));
    for (Request request : ContractWorld.requests()) {
      assertEquals(world.visits(request), apart.visits(request), request::sentence);
    }
  }

  private void forgedHeadersVerifyNothing() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      for (Stage stage : world.stages(request)) {
        List<Part> parts = new ArrayList<>(stage.presentation().parts());
        for (String header :
            List.of("x-user", "x-agent", "x-delegation-user", "x-delegation-agent")) {
          parts.add(new Part.Header(header, "mallory"));
        }
        assertEquals(
            world.examine(stage.point(), stage.presentation(), "disk").map(Evidence::verified),
            world.examine(stage.point(), new Presentation(parts), "disk").map(Evidence::verified),
            request::sentence);
      }
    }
  }

  private void sameSeedGivesSamePresentation() {
    ContractWorld one = new ContractWorld(strategy);
    ContractWorld other = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      assertEquals(one.credentials(request), other.credentials(request), request::sentence);
    }
  }

  private void liveRunAndExactScoreAgree() {
    Agreement agreement = new Agreement(strategy, Worlds.read(Worlds.anySmall()));
    Worlds.forEachSmall(true, world -> agreement.assertIn(Worlds.read(world)));
  }

  private void liveRunAndExactScoreAgreeOnNobody() {
    Agreement agreement = new Agreement(strategy, Worlds.read(Worlds.anyWithNobody()));
    Worlds.forEachWithNobody(true, world -> agreement.assertIn(Worlds.read(world)));
  }

  private void liveRunAndExactScoreAgreeOnWhoKnowsTheContext() {
    Scenario scenario = Worlds.ofEveryKnowledge();
    new Agreement(strategy, scenario).assertIn(scenario);
  }

  private void attacksComeToWhatIsComputed() {
    AttackAgreement small = new AttackAgreement(strategy, Worlds.read(Worlds.anySmall()));
    Worlds.forEachSmall(true, world -> small.assertIn(Worlds.read(world)));
    AttackAgreement withNobody = new AttackAgreement(strategy, Worlds.read(Worlds.anyWithNobody()));
    Worlds.forEachWithNobody(true, world -> withNobody.assertIn(Worlds.read(world)));
    Stream.of(Worlds.ofEveryKnowledge(), Worlds.ofLocalAgent())
        .forEach(world -> new AttackAgreement(strategy, world).assertIn(world));
  }

  private void usersAndAgentsBesideThemAreNotToldApart() {
    Scenario scenario = Worlds.ofLocalAgent();
    ExactScore score = new Agreement(strategy, scenario).assertIn(scenario);
    for (int policy = 0; policy < 4; policy++) {
      assertFalse(score.withstands(policy), scenario.policies().get(policy).text());
    }
  }

  /** A strategy whose attacks are played once, for worlds that differ in nothing but policies. */
  private static final class AttackAgreement {
    private final CredentialStrategy strategy;
    private final Map<RouteShape.Pattern, List<RouteShape>> cheats;
    private final AttackShapes shapes;
    private final AttackStage stage;

    AttackAgreement(CredentialStrategy unsituated, Scenario any) {
      SimulationSettings settings =
          new SimulationSettings(1, SigningAlgorithm.ES256, SigningProvider.fastest(), CLOCK, 1);
      strategy = Probe.observed(unsituated, settings.tokenService(), any);
      Probe probe = Probe.of(strategy, settings.tokenService(), any);
      cheats = probe.cheats(any);
      shapes = probe.attacks(any);
      stage = new AttackStage(any, strategy, probe, settings);
    }

    void assertIn(Scenario scenario) {
      Proof proof = strategy.about().proof();
      PlayedAttacks played = stage.play(scenario);
      played.requireSame(
          strategy.about().name(),
          new AttackScore(TruthTable.apart(scenario), proof, cheats, shapes)
              .facts(played.standing()));
    }
  }

  /**
   * A strategy that is probed and enrolled once, for worlds that differ in nothing but policies.
   */
  private static final class Agreement {
    private final CredentialStrategy strategy;
    private final Callers callers;
    private final Passage passage;
    private final CheatingCaller cheatingCaller;
    private final Map<RouteShape.Pattern, List<RouteShape>> cheats;

    Agreement(CredentialStrategy unsituated, Scenario any) {
      // RS256 because it is the quickest to verify, and the tokens are the same in every world.
      TokenService tokenService = TokenService.seeded(1, SigningAlgorithm.RS256, CLOCK);
      strategy =
          Probe.observed(unsituated, TokenService.seeded(2, SigningAlgorithm.RS256, CLOCK), any);
      Population population =
          new Population(
              any.users(),
              any.agents(),
              any.resources().stream().map(Resource::name).toList(),
              any.hasNobody());
      callers = new Callers(RememberedCalls.of(strategy), population, tokenService, any.contexts());
      Examiner examiner = new RememberedExaminer(new EnforcementPoint(strategy, tokenService));
      passage = new Passage(strategy, tokenService, examiner);
      Probe probe = Probe.of(strategy, TokenService.seeded(2, SigningAlgorithm.RS256, CLOCK), any);
      cheatingCaller =
          new CheatingCaller(
              strategy,
              tokenService,
              callers,
              examiner,
              probe.behaviour(any).writing(any, Integer.MAX_VALUE),
              any.pathsAtUser());
      cheats = probe.cheats(any);
    }

    ExactScore assertIn(Scenario scenario) {
      TruthTable truth = new TruthTable(scenario);
      Proof proof = strategy.about().proof();
      ExactScore score = new ExactScore(truth, proof, cheats);
      List<Request> requests = new RequestSampler(scenario, truth, 1_000, 1).sample(score);
      DecisionPoints decisionPoints = new DecisionPoints(scenario, proof);
      HonestCalls honestCalls = new HonestCalls(strategy, callers, passage, decisionPoints);
      new LiveRun(scenario, strategy, truth, score, honestCalls, decisionPoints, cheatingCaller)
          .play(requests, Progress.NONE);
      return score;
    }
  }
}
