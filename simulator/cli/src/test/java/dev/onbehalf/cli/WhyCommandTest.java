package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Inquirer;
import dev.onbehalf.simulation.live.NamingGuard;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.result.Inquiry;
import dev.onbehalf.simulation.result.Inquiry.Handling;
import dev.onbehalf.simulation.result.Inquiry.PointAnswer;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request is explained: its truth, the sentence behind it, and what each point makes of it. */
final class WhyCommandTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenarios() {
    session =
        new Session(folder)
            .file(
                "hr.yaml",
                """
                scenario: hr
                users: [dana, omar]
                groups: {staff: [dana, omar]}
                agents: [bot, sub]
                chains: [[bot, sub]]
                resources: {records: [read, modify]}
                policies:
                  - staff MAY use records directly
                  - dana MAY modify records via bot
                  - omar MAY NOT modify records via bot
                """)
            .file(
                "mode.yaml",
                """
                scenario: mode
                users: [ines]
                agents: [bot]
                resources: [lake]
                context: {mode: [interactive, batch]}
                default: unspecified
                policies:
                  - ines MAY use lake via bot when mode is interactive
                """);
  }

  @Test
  void deniedRequest_isToldWithItsSentenceAndWhatEachStrategyMakesOfIt() {
    session.run(Engine.real(), "why hr.yaml omar modify records via bot").exits(ExitCode.OK);
    session.complainsOfNothing();
    session.prints("omar modify records via bot: denied\n");
    session.prints("\n  hr.yaml:10 (p3): omar MAY NOT modify records via bot\n");
    // The user's own token looks as if she came in person.
    session.prints(
        """
          resource: user = omar → INDETERMINATE
            omar modify records directly is permitted and looks the same
        """);
    // An account of the agent's shows no user.
    session.prints(
        """
          resource: agent = bot → INDETERMINATE
            dana modify records via bot is permitted and looks the same
        """);
    session.prints("  resource: agent = bot, user = omar → DENY\n");
    // A header can be left out.
    session.prints(", agent-header").prints("its caller can cheat, and pass it off as a per");
    session.out().lines().forEach(line -> assertFalse(line.length() > 100, line));
  }

  @Test
  void permittedRequest_isInDoubtWhereADeniedOneLooksTheSame() {
    session.run(
        Engine.real(), "why hr.yaml dana modify records via bot --strategy service-account");
    session.exits(ExitCode.OK);
    assertEquals(
        """
        dana modify records via bot: permitted
          hr.yaml:9 (p2): dana MAY modify records via bot

        ✗ service-account
          resource: agent = bot → INDETERMINATE
            omar modify records via bot is denied and looks the same

        ✓ can tell   ! can tell, unless a caller cheats   ✗ can't tell
        """,
        session.out());
  }

  @Test
  void strategiesThatFareAlike_areOneGroup() {
    session.run(
        Engine.real(),
        "why hr.yaml dana read records directly --strategy token-exchange --strategy may-act");
    session.exits(ExitCode.OK).prints("\n✓ token-exchange, may-act\n  resource: agent = directly");
  }

  @Test
  void requestOfNoSentence_isDeniedByDefaultOrLeftOpen() {
    session.run(Engine.real(), "why hr.yaml dana read records via bot then sub");
    session.exits(ExitCode.OK).prints("sub: denied\n  no sentence speaks of it\n");
    session.run(Engine.real(), "why mode.yaml ines use lake via bot when mode is batch");
    session.exits(ExitCode.OK).prints("batch: left open\n  no sentence speaks of it\n");
    session.run(Engine.real(), "why mode.yaml ines use lake via bot when mode is interactive");
    session.exits(ExitCode.OK).prints("interactive: permitted\n  mode.yaml:8 (p1): ines MAY use");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "why                                        | Missing required parameter",
        "why hr.yaml                                | Missing required parameter",
        "why no.yaml dana read records directly     | no.yaml: no such file",
        "why hr.yaml dana                           | the request ends after `dana`, expected an"
            + " action",
        "why hr.yaml dana read records              | ends after `records`, expected `directly` or"
            + " `via` an agent",
        "why hr.yaml dana read records sideways     | found `sideways`, expected `directly` or"
            + " `via` an agent",
        "why hr.yaml dan read records directly      | there is no user `dan`; expected `dana` or"
            + " `omar`; did you mean `dana`?",
        "why hr.yaml staff read records directly    | `staff` is a group; name one of it: `dana` or"
            + " `omar`",
        "why hr.yaml dana reed records directly     | `records` has no action `reed`; it has `read`"
            + " or `modify`; did you mean `read`?",
        "why hr.yaml dana use records directly      | `records` has no action `use`; it has `read`"
            + " or `modify`",
        "why hr.yaml dana read record directly      | there is no resource `record`; expected"
            + " `records`; did you mean `records`?",
        "why hr.yaml dana read records via bod      | there is no agent `bod`; expected `bot` or"
            + " `sub`; did you mean `bot`?",
        "why hr.yaml dana read records via          | the request ends after `via`, expected an"
            + " agent",
        "why hr.yaml dana read records via sub then bot | no chain `sub then bot` is declared;"
            + " there is `bot then sub`",
        "why hr.yaml dana MAY read records directly | a request has no `MAY`",
        "why hr.yaml dana read records directly when x is y | there is no context attribute `x`;"
            + " expected none",
        "why hr.yaml dana read records directly please | found `please`, expected `when` or the"
            + " end",
        "why mode.yaml ines use lake via bot        | doesn't say what `mode` is; add `when mode is"
            + " interactive`",
        "why mode.yaml ines use lake via bot when mode is night | no value of `mode` `night`",
        "why mode.yaml ines use lake via bot when mode batch | found `batch`, expected `is`",
        "why mode.yaml ines use lake via bot when mode is batch and mode is batch | `mode` has a"
            + " value already",
        "why hr.yaml dana read records directly --strategy x | no strategy is called `x`",
      })
  void mistakeOfTheUser_exitsWith2(String command, String text) {
    session.run(Engine.real(), command).exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session.out());
  }

  /** The exact score and the points' engines find the same on two ways. */
  @ParameterizedTest
  @ValueSource(strings = {"hr-rollout", "relay", "research-batch", "marketing"})
  void answers_areThoseOfTheExactScore(String name) throws Exception {
    Scenario scenario =
        ScenarioReader.read(name, Files.readAllBytes(Path.of("../../scenarios", name + ".yaml")));
    TruthTable truth = new TruthTable(scenario);
    List<CredentialStrategy> strategies = Engine.real().strategies().all();
    List<ExactScore> scores = strategies.stream().map(one -> score(one, scenario, truth)).toList();
    for (Request request : scenario.requests().toList()) {
      Inquiry inquiry = Inquirer.inquire(scenario, request, strategies, DefaultSettings.of());
      for (int i = 0; i < scores.size(); i++) {
        Handling handling = inquiry.answers().get(i).handling();
        String where = request.sentence() + " under " + inquiry.answers().get(i).strategy();
        Decision decision = scores.get(i).decision(request);
        assertEquals(decision != Decision.INDETERMINATE, handling.isSure(), where);
        assertEquals(
            decision == Decision.DENY,
            handling.points().stream().anyMatch(point -> point.answer().equals("DENY")),
            where);
        assertEquals(scores.get(i).masquerade().escapes(request), handling.escapes(), where);
        handling.points().forEach(point -> assertLooksAlike(point, inquiry, scenario, where));
      }
    }
  }

  private static void assertLooksAlike(
      PointAnswer point, Inquiry inquiry, Scenario scenario, String where) {
    assertEquals(point.answer().equals("INDETERMINATE"), point.lookAlike().isPresent(), where);
    Truth opposite = inquiry.truth() == Truth.PERMITTED ? Truth.DENIED : Truth.PERMITTED;
    point.lookAlike().ifPresent(other -> assertEquals(opposite, scenario.truth(other), where));
  }

  private static ExactScore score(
      CredentialStrategy strategy, Scenario scenario, TruthTable truth) {
    CredentialStrategy guarded = NamingGuard.of(strategy, scenario.contexts());
    Probe probe = Probe.of(guarded, DefaultSettings.of().tokenService(), scenario);
    return new ExactScore(truth, guarded.about().proof(), probe.cheats(scenario));
  }

  @Test
  void everyMistake_isTold() {
    session.run(Engine.real(), "why hr.yaml dan read record via bod");
    session.exits(ExitCode.INVALID_INPUT);
    assertEquals(3, session.err().lines().count());
  }

  @Test
  void plugInThatFails_exitsWith3() {
    PlugInBuilder.strategy("bad-one", "return null;").build(folder.resolve("bad.jar"));
    session.run(Engine.real(), "why hr.yaml omar modify records via bot --plugins bad.jar");
    session.exits(ExitCode.STRATEGY_FAILED).complains("strategy `bad-one` failed: ");
  }
}
