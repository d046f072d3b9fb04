package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.ContractWorld.Stage;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.HonestCalls;
import dev.onbehalf.simulation.live.LiveRun;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.RememberedCalls;
import dev.onbehalf.simulation.live.RememberedExaminer;
import dev.onbehalf.simulation.live.RequestSampler;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.NaiveWorld;
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
import dev.onbehalf.token.jose.SpoiledTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
            "live run and exact score agree where agents work for nobody",
            contract::liveRunAndExactScoreAgreeOnNobody));
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

  private void evidenceIsWhatIsDeclared() {
    ContractWorld world = new ContractWorld(strategy);
    Proof proof = strategy.about().proof();
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
    for (Request request : ContractWorld.requests()) {
      assertEquals(world.visits(request), world.visitsReadAfresh(request), request::sentence);
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
    new Agreement(strategy, Worlds.read(Worlds.anySmall()))
        .holds(action -> Worlds.forEachSmall(true, action));
  }

  private void liveRunAndExactScoreAgreeOnNobody() {
    Scenario any = Worlds.read(Worlds.anyWithNobody());
    new Agreement(Probe.observed(strategy, tokenService(2), any), any)
        .holds(action -> Worlds.forEachWithNobody(true, action));
  }

  /** RS256 because it is the quickest to verify, and the tokens are the same in every world. */
  private static TokenService tokenService(long seed) {
    return TokenService.seeded(seed, SigningAlgorithm.RS256, CLOCK);
  }

  /** The exact score beside the live run, in worlds of the same users, agents and resources. */
  private static final class Agreement {
    private final CredentialStrategy strategy;
    private final Map<RouteShape.Pattern, List<RouteShape>> cheats;
    private final Callers callers;
    private final Passage passage;
    private final CheatingCaller cheatingCaller;

    Agreement(CredentialStrategy strategy, Scenario any) {
      this.strategy = strategy;
      TokenService tokenService = tokenService(1);
      Population population =
          new Population(
              any.users(),
              any.agents(),
              any.resources().stream().map(Resource::name).toList(),
              any.hasNobody());
      callers = new Callers(RememberedCalls.of(strategy), population, tokenService);
      Examiner examiner = new RememberedExaminer(new EnforcementPoint(strategy, tokenService));
      passage = new Passage(strategy, tokenService, examiner);
      Probe probe = Probe.of(strategy, tokenService(2), any);
      cheatingCaller =
          new CheatingCaller(
              strategy, tokenService, callers, examiner, probe.writing(any, Integer.MAX_VALUE));
      cheats = probe.cheats(any);
    }

    void holds(Consumer<Consumer<NaiveWorld>> worlds) {
      worlds.accept(world -> holds(Worlds.read(world)));
    }

    private void holds(Scenario scenario) {
      TruthTable truth = new TruthTable(scenario);
      EvidenceClasses evidence =
          new EvidenceClasses(truth.classes(), strategy.about().proof(), cheats);
      ExactScore score = new ExactScore(truth, evidence);
      List<Request> requests = new RequestSampler(scenario, truth, 1_000, 1).sample(score);
      DecisionPoints decisionPoints = new DecisionPoints(scenario, strategy.about().proof());
      HonestCalls honestCalls = new HonestCalls(strategy, callers, passage, decisionPoints);
      new LiveRun(scenario, strategy, truth, score, honestCalls, decisionPoints, cheatingCaller)
          .play(requests, Progress.NONE);
    }
  }
}
