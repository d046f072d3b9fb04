package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.CompactToken;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.SigningAlgorithm;
import dev.onbehalf.token.SpoiledTokens;
import dev.onbehalf.token.TokenService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            contract::liveRunAndExactScoreAgree));
  }

  private void nameIsKebabCase() {
    assertTrue(strategy.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), strategy.name());
  }

  private void spoiledTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      Presentation presentation = world.presentation(request);
      for (CompactToken token : ContractWorld.tokens(presentation)) {
        SpoiledTokens.of(token, ContractWorld.SEED, ContractWorld.ALGORITHM)
            .forEach(
                (what, spoiled) ->
                    assertThrows(
                        InvalidTokenException.class,
                        () -> world.examine(replace(presentation, token, spoiled), "disk"),
                        () -> what + ", " + request.sentence()));
      }
    }
  }

  private static Presentation replace(
      Presentation presentation, CompactToken token, CompactToken spoiled) {
    Part genuine = new Part.BearerToken(token);
    return new Presentation(
        presentation.parts().stream()
            .map(part -> part.equals(genuine) ? new Part.BearerToken(spoiled) : part)
            .toList());
  }

  private void expiredTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      Presentation presentation = world.presentation(request);
      world.passTime(Duration.ofDays(1));
      if (!ContractWorld.tokens(presentation).isEmpty()) {
        assertThrows(
            InvalidTokenException.class,
            () -> world.examine(presentation, "disk"),
            request::sentence);
      }
      world.passTime(Duration.ofDays(-1));
    }
  }

  private void foreignTokensAreRefused() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      Presentation presentation = world.presentation(request);
      if (!ContractWorld.tokens(presentation).isEmpty()) {
        assertThrows(
            InvalidTokenException.class,
            () -> world.examine(presentation, "mail"),
            request::sentence);
      }
    }
  }

  private void evidenceIsWhatIsDeclared() throws InvalidTokenException {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      assertEquals(
          strategy.proves().atResource().shownBy(request),
          world.evidence(request).verified(),
          request::sentence);
    }
  }

  private void evidenceComesFromThePresentationAlone() throws InvalidTokenException {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      assertEquals(world.evidence(request), world.evidenceReadAfresh(request), request::sentence);
    }
  }

  private void forgedHeadersVerifyNothing() throws InvalidTokenException {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      Evidence honest = world.evidence(request);
      List<Part> parts = new ArrayList<>(world.presentation(request).parts());
      for (String header :
          List.of("x-user", "x-agent", "x-delegation-user", "x-delegation-agent")) {
        parts.add(new Part.Header(header, "mallory"));
      }
      Evidence forged = world.examine(new Presentation(parts), "disk");
      assertEquals(honest.verified(), forged.verified(), request::sentence);
    }
  }

  private void sameSeedGivesSamePresentation() {
    ContractWorld one = new ContractWorld(strategy);
    ContractWorld other = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      assertEquals(one.presentation(request), other.presentation(request), request::sentence);
    }
  }

  private void liveRunAndExactScoreAgree() {
    // RS256 because it is the quickest to verify, and the tokens are the same in every world.
    TokenService tokenService = TokenService.seeded(1, SigningAlgorithm.RS256, CLOCK);
    NaiveWorld any = Worlds.anySmall();
    Population population =
        new Population(any.users(), any.agents(), List.copyOf(any.resources().keySet()));
    Callers callers = new Callers(strategy, population, tokenService);
    Examiner examiner = new RememberedExaminer(new EnforcementPoint(strategy, tokenService));
    Probe probe = new Probe(strategy, TokenService.seeded(2, SigningAlgorithm.RS256, CLOCK), 1);
    Map<Integer, List<EvidenceShape>> cheats = probe.cheats(Worlds.read(any));
    Worlds.forEachSmall(true, world -> assertAgrees(Worlds.read(world), cheats, examiner, callers));
  }

  private void assertAgrees(
      Scenario scenario,
      Map<Integer, List<EvidenceShape>> cheats,
      Examiner examiner,
      Callers callers) {
    TruthTable truth = new TruthTable(scenario);
    EvidenceClasses evidence = new EvidenceClasses(truth.classes(), strategy.proves(), cheats);
    ExactScore score = new ExactScore(truth, evidence);
    List<Request> requests = new RequestSampler(scenario, truth, 1_000, 1).sample(score);
    new LiveRun(scenario, strategy, truth, score, callers, examiner, new CheatingAgent(examiner))
        .play(requests, Progress.NONE);
  }
}
