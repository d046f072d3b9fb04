package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.strategy.CredentialStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of strategies says of each what it does, what it proves, and what can be left out. */
final class StrategiesCommandTest {
  private static final Pattern GROUPS = Pattern.compile("\n\n");

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void session() {
    session = new Session(folder);
  }

  @Test
  void plugInThatFails_isALineOfItsOwn_andTheOthersAreListed() {
    PlugInBuilder.strategy("bad-one", "return null;").build(folder.resolve("bad.jar"));
    session.run(Engine.real(), "strategies --plugins bad.jar").exits(ExitCode.STRATEGY_FAILED);
    session.complains("strategy `bad-one` failed: ").prints("\n  token-exchange  ");
    assertFalse(session.out().contains("bad-one"), session.out());
  }

  @Test
  void plugIn_isListedInItsOwnWords() {
    PlugInBuilder.strategy("good", PlugInBuilder.HAND_OVER).build(folder.resolve("good.jar"));
    session.run(Engine.real(), "strategies --plugins good.jar").exits(ExitCode.OK);
    session.prints("  the agent does what a test asks\n");
  }

  @Test
  void everyStrategy_hasOneLineThatFits() {
    session.run(Engine.real(), "strategies").exits(ExitCode.OK).complainsOfNothing();
    for (CredentialStrategy strategy : Engine.real().strategies().all()) {
      session
          .prints("\n  " + strategy.about().name() + " ")
          .prints("  " + strategy.about().summary() + "\n");
    }
    session.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    assertTrue(session.out().lines().count() <= 100, session.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 6750 section 2.1: a bearer token says nothing of who presents it.
        "user                                 | credential-inheritance exchange-impersonation",
        "agent                                | service-account",
        "user, agent, prior-agents            | delegation-chain constrained-delegation",
        "user, first-agent                    | macaroon",
        // An access token that isn't bound to the agent's part is good without it.
        "user, agent!                         | agent-header agent-mtls workload-proof",
        "user, first-agent, context           | transaction-token",
        "user, agent, context                 | token-exchange-context"
            + " transaction-token-for-agents",
        "in-person                            | shared-credential",
      })
  void group_hasTheStrategiesThatProveJustThat(String proof, String names) {
    session.run(Engine.real(), "strategies");
    String group =
        GROUPS
            .splitAsStream(session.out())
            .filter(part -> part.startsWith(proof + "\n"))
            .findFirst()
            .orElse("");
    Set<String> listed = new TreeSet<>();
    group
        .lines()
        .filter(line -> line.matches("  \\S.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .forEach(listed::add);
    assertEquals(new TreeSet<>(List.of(names.split(" "))), listed, session.out());
  }
}
