package dev.onbehalf.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PlugInBuilder;
import dev.onbehalf.cli.Session;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies by others run beside those of the program, and fail without harm to them. */
final class PlugInsTest {
  private static final String SCENARIO =
      """
      scenario: small
      users: [ann, bob]
      agents: [ada]
      resources: [disk]
      policies:
        - ann MAY use disk
        - bob MAY NOT use disk via ada
      """;
  private static final String RUN =
      "--no-bench --plugin-timeout 600 --strategy credential-inheritance --strategy ";

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenario() {
    session = new Session(folder).file("small.yaml", SCENARIO);
  }

  private void jar(String name, PlugInBuilder builder) {
    builder.build(folder.resolve(name));
  }

  private SimulationResult result() throws IOException, InvalidResultException {
    return ResultJson.read(Files.readAllBytes(folder.resolve("reports/out/small.json"))).result();
  }

  private static StrategyResult strategy(SimulationResult result, String name) {
    return result.strategies().stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void plugIn_isScoredLikeTheStrategiesOfTheProgram() throws Exception {
    jar("my.jar", PlugInBuilder.strategy("hand-over", PlugInBuilder.HAND_OVER));
    session.run(Engine.real(), RUN + "hand-over --plugins my.jar small.yaml").exits(ExitCode.OK);
    session.complainsOfNothing().prints("hand-over");
    // It does what `credential-inheritance` does, under another name.
    assertEquals(
        strategy(result(), "credential-inheritance").policies(),
        strategy(result(), "hand-over").policies());
    assertEquals(List.of(), result().failed());
  }

  /** The login that it asks for isn't there, on the plug-in's own thread as on any other. */
  @Test
  void plugIn_thatAsksAUser_hasNothingToShowForNobody() throws Exception {
    jar("my.jar", PlugInBuilder.strategy("hand-over", PlugInBuilder.HAND_OVER));
    session.file("small.yaml", SCENARIO + "  - nobody MAY use disk via ada\n");
    session.run(Engine.real(), RUN + "hand-over --plugins my.jar small.yaml").exits(ExitCode.OK);
    session.prints("ada may use disk for nobody (line 8), but shows nothing");
    assertEquals(
        strategy(result(), "credential-inheritance").policies(),
        strategy(result(), "hand-over").policies());
  }

  @Test
  void scenario_mayExpectSomethingOfAPlugIn_whereItIsNamed() {
    jar("my.jar", PlugInBuilder.strategy("hand-over", PlugInBuilder.HAND_OVER));
    session.file("own.yaml", SCENARIO + "expect: {enforced: {hand-over: 2}}\n");
    session.run(Engine.real(), "validate own.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("own.yaml:8:21: no strategy is called `hand-over`");
    session.run(Engine.real(), "validate own.yaml --plugins my.jar").exits(ExitCode.OK);
  }

  @Test
  void plugIns_mayBeSeveral_andOneMayHaveSeveralStrategies() {
    jar(
        "two.jar",
        PlugInBuilder.strategy("one", PlugInBuilder.HAND_OVER)
            .with("two", PlugInBuilder.HAND_OVER)
            .service("other.one", "other.two"));
    jar("more.jar", PlugInBuilder.strategy("three", PlugInBuilder.HAND_OVER));
    session
        .run(Engine.real(), "strategies --plugins two.jar --plugins more.jar")
        .exits(ExitCode.OK);
    session.prints("\n  one  ").prints("\n  two  ").prints("\n  three  ").prints("token-exchange");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what `obtain` does | what the user reads
        "throw new IllegalStateException(\"broke\"); | java.lang.IllegalStateException: broke",
        "throw new NoClassDefFoundError(\"gone\");    | java.lang.NoClassDefFoundError: gone",
        "return obtain(call);                         | java.lang.StackOverflowError",
        "return null;                                 | expected a value, but found null",
        "return Refusable.of(Credentials.of()); | it declares to prove {user=ann}, but proves {}",
        "return Refusable.of(Credentials.bearer(new CompactToken(\"x\"))); | was refused: ",
        "return Refusable.of(Credentials.bearer(call.user().accessToken(\"elsewhere\"))); |"
            + " elsewhere",
        "throw new RuntimeException() { public String toString() { throw new Error(); } }; |"
            + " other.badone$1",
        "throw new RuntimeException(\"own\") {"
            + " public synchronized Throwable getCause() { return this; } }; | own",
        "throw new RuntimeException(\"bad\") {"
            + " public synchronized Throwable getCause() { throw new Error(); } }; | bad",
        "throw new OutOfMemoryError(\"theirs\"); | java.lang.OutOfMemoryError: theirs",
        "throw new RuntimeException(\"\\u001b[31m\"); | java.lang.RuntimeException: \\u001b[31m",
      })
  void plugIn_thatFails_isARowAndTakesNothingFromTheOthers(String obtain, String error)
      throws Exception {
    jar("bad.jar", PlugInBuilder.strategy("bad-one", obtain));
    session.run(Engine.real(), RUN + "bad-one --plugins bad.jar small.yaml");
    assertIsARow(error);
  }

  @Test
  void plugIn_withALongMessage_fillsNoReport() throws Exception {
    jar(
        "bad.jar",
        PlugInBuilder.strategy("bad-one", "throw new RuntimeException(\"x\".repeat(10_000_000));"));
    session.run(Engine.real(), RUN + "bad-one --plugins bad.jar small.yaml");
    assertIsARow("java.lang.RuntimeException: xxx");
    assertTrue(Files.size(folder.resolve("reports/out/small.json")) < 100_000);
  }

  @Test
  void plugIn_whoseMessageNeverEnds_isARow() throws Exception {
    jar(
        "bad.jar",
        PlugInBuilder.strategy(
            "bad-one",
            "throw new RuntimeException() {"
                + " public String toString() { while (true) Thread.onSpinWait(); } };"));
    session.run(Engine.real(), RUN.replace("600", "1") + "bad-one --plugins bad.jar small.yaml");
    assertIsARow("`obtain` took longer than 1 s");
  }

  @Test
  void plugIn_thatNeverAnswers_isARowAndTakesNothingFromTheOthers() throws Exception {
    jar("bad.jar", PlugInBuilder.strategy("bad-one", "while (true) Thread.onSpinWait();"));
    session.run(Engine.real(), RUN.replace("600", "1") + "bad-one --plugins bad.jar small.yaml");
    assertIsARow("`obtain` took longer than 1 s");
  }

  private void assertIsARow(String error) throws Exception {
    session.exits(ExitCode.STRATEGY_FAILED);
    session.complains("small.yaml: strategy `bad-one` failed: ").complains(error);
    assertEquals(1, session.err().lines().count(), session.err());
    session.prints("bad-one (bad.jar) failed: ");
    assertEquals(1, result().strategies().size());
    assertEquals("credential-inheritance", result().strategies().get(0).name());
    FailedStrategy failed = result().failed().get(0);
    assertEquals("bad-one", failed.strategy());
    assertEquals(Optional.of("bad.jar"), failed.plugIn());
    assertTrue(failed.error().contains(error), failed.error());
    assertTrue(Files.readString(folder.resolve("reports/out/small.html")).contains("bad-one"));
  }

  @Test
  void plugIn_thatAnswersNowSoNowSo_failsAndIsNotTakenForABug() {
    jar("dice.jar", new PlugInBuilder().service("other.dice").source("other.dice", DICE));
    session.file("dice.yaml", SCENARIO.replace("ann MAY use disk", "anyone MAY use disk directly"));
    session.run(Engine.real(), RUN + "dice --plugins dice.jar dice.yaml");
    session.exits(ExitCode.STRATEGY_FAILED);
    session.complains("strategy `dice` failed: it doesn't always do the same: ");
    assertFalse(session.err().contains("internal error"), session.err());
  }

  /** Reads a missing header now as a direct call, and later as one of an agent. */
  private static final String DICE =
      """
      package other;

      import dev.onbehalf.evidence.*;
      import dev.onbehalf.strategy.*;
      import dev.onbehalf.token.*;
      import dev.onbehalf.token.jose.*;

      public class dice implements CredentialStrategy {
        private int calls;
        public About about() {
          return About.of(dice.class, "the agent throws dice").proving(Proof.of("user", "agent"));
        }
        public Refusable<Credentials> obtain(Call call) {
          CompactToken token = call.user().accessToken(call.resource());
          return Refusable.of(Credentials.of(
              new Part.BearerToken(token), new Part.Header("x-agent", call.presenterName())));
        }
        public Credentials obtainDirectly(Call call) {
          return Credentials.of(
              new Part.BearerToken(call.user().accessToken(call.resource())),
              new Part.Header("x-agent", "directly"));
        }
        public Evidence read(VerifiedPresentation presentation) {
          if (presentation.token().isEmpty()) return Evidence.none();
          Evidence user = Evidence.none().verified("user", presentation.token().get().subject());
          String agent = presentation.headers().get("x-agent");
          return user.verified("agent", agent != null ? agent : ++calls > 1 ? "ada" : "directly");
        }
      }
      """;

  /** The token says nothing of the user, and a static memory all. */
  private static final String STASH =
      """
      package other;

      import dev.onbehalf.evidence.*;
      import dev.onbehalf.strategy.*;
      import dev.onbehalf.token.*;
      import dev.onbehalf.token.jose.*;
      import dev.onbehalf.token.registry.*;
      import java.util.*;
      import java.util.concurrent.*;

      public class stash implements CredentialStrategy {
        private static final Map<CompactToken, Evidence> MEMORY = new ConcurrentHashMap<>();
        public About about() {
          return About.of(stash.class, "the agent's own token and a memory")
              .proving(Proof.of("user", "agent"));
        }
        public void enrol(Population population, Registrar registrar) {
          population.registerUsersAndClients(registrar);
        }
        public Credentials obtainDirectly(Call call) {
          return remember(call.user().accessToken(call.resource()), call, "directly");
        }
        public Refusable<Credentials> obtain(Call call) {
          return call.presenter().accessToken(call.resource())
              .map(token -> remember(token, call, call.presenterName()));
        }
        private Credentials remember(CompactToken token, Call call, String agent) {
          MEMORY.put(
              token,
              Evidence.none().verified("user", call.user().user()).verified("agent", agent));
          return Credentials.bearer(token);
        }
        public Evidence read(VerifiedPresentation presentation) {
          return presentation.presented().tokens().stream()
              .map(token -> MEMORY.getOrDefault(token, Evidence.none()))
              .findFirst().orElse(Evidence.none());
        }
      }
      """;

  @Test
  void plugIn_whosePointsRememberWhatItsCallersDid_isFoundOut() throws Exception {
    jar("bad.jar", new PlugInBuilder().service("other.stash").source("other.stash", STASH));
    session.run(Engine.real(), RUN + "stash --plugins bad.jar small.yaml");
    session.exits(ExitCode.STRATEGY_FAILED);
    session.complains("but proves {}; a point knows of a call what it is presented, and nothing");
    assertEquals(1, result().strategies().size());
  }

  @Test
  void plugIn_withALibraryOfTheProgram_hasItsOwn() {
    jar(
        "own.jar",
        PlugInBuilder.strategy(
                "own", "tools.jackson.core.Version.check(); " + PlugInBuilder.HAND_OVER)
            .source(
                "tools.jackson.core.Version",
                """
                package tools.jackson.core;

                public class Version {
                  public static void check() {}
                }
                """));
    session.run(Engine.real(), RUN + "own --plugins own.jar small.yaml").exits(ExitCode.OK);
  }

  @Test
  void plugIn_thatReachesForTheProgram_doesNotFindIt() {
    jar(
        "nosy.jar",
        PlugInBuilder.strategy(
            "nosy",
            "try { Class.forName(\"dev.onbehalf.simulation.Simulator\"); }"
                + " catch (ClassNotFoundException e) { throw new RuntimeException(e); } "
                + PlugInBuilder.HAND_OVER));
    session.run(Engine.real(), RUN + "nosy --plugins nosy.jar small.yaml");
    session.exits(ExitCode.STRATEGY_FAILED).complains("ClassNotFoundException");
  }
}
