package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A strategy is explained by what its calls really present and prove. */
final class ExplainCommandTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void session() {
    session = new Session(folder);
  }

  static List<String> names() {
    return Engine.real().strategies().names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyStrategy_isExplainedOnLinesThatFit(String name) {
    session.run(Engine.real(), "explain " + name).exits(ExitCode.OK).complainsOfNothing();
    session.prints("specified by ").prints("alice read files directly when mode is interactive\n");
    session.prints("alice read files via assistant ").prints("A call through one agent\n");
    session.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 8693 section 4.1: the outermost act is the actor, those within are informational.
        "token-exchange | act: {\"sub\":\"assistant\"}",
        "token-exchange | agent          assistant, verified",
        "token-exchange | prior-agents   planner, informational",
        "token-exchange | the agent exchanges the user's token for one that names them both",
        "token-exchange | cached by    user, path, resource",
        "agent-mtls | ! an agent that cheats can leave its part out and pass for the user in"
            + " person",
        "token-exchange | obtained by  2 signatures, 2 verifications, 2 round trips",
        "credential-inheritance | every point sees the last agent, as if it had been the only one",
        "service-account | client planner, assistant",
        "may-act | evidence at issuance",
        "may-act | may_act: {\"sub\":\"assistant\"}",
        "secret-broker | presented to the broker",
        "agent-header | agent          assistant, claimed",
        "agent-mtls | client certificate of assistant",
        "constrained-delegation | authorization: Kerberos ticket of alice, encrypted for its",
        "constrained-delegation | prior-agents   planner, verified",
        "macaroon | authorization: macaroon, location files, identifier alice, caveat ",
      })
  void explanation_says(String name, String text) {
    session.run(Engine.real(), "explain " + name).exits(ExitCode.OK).prints(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explain                | Missing required parameter: 'STRATEGY'",
        "explain toke-exchange  | did you mean `token-exchange`?",
        "explain x              | no strategy is called `x`",
        "explain x --plugins no.jar | no.jar: no such file",
      })
  void mistakeOfTheUser_exitsWith2(String command, String text) {
    session.run(Engine.real(), command).exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session.out());
  }

  @Test
  void plugIn_isExplainedAndItsFailureExitsWith3() {
    PlugInBuilder.strategy("good", PlugInBuilder.HAND_OVER).build(folder.resolve("good.jar"));
    session.run(Engine.real(), "explain good --plugins good.jar").exits(ExitCode.OK);
    session.prints("user           alice, verified");
    PlugInBuilder.strategy("bad", "return null;").build(folder.resolve("bad.jar"));
    session.run(Engine.real(), "explain bad --plugins bad.jar").exits(ExitCode.STRATEGY_FAILED);
    session.complains("strategy `bad` failed: ");
  }
}
