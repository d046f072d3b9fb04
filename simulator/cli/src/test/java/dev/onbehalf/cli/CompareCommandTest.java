package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Two strategies are compared on the policies and costs in which they differ. */
final class CompareCommandTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenario() {
    session =
        new Session(folder)
            .file(
                "small.yaml",
                """
                scenario: small
                users: [ann, bob]
                agents: [ada]
                resources: [disk]
                policies:
                  - ann MAY use disk
                  - bob MAY NOT use disk via ada
                expect: {recommended: credential-inheritance}
                """);
  }

  @Test
  void strategiesThatDiffer_areToldApartByPolicyAndCost() {
    session.run(Engine.real(), "compare service-account credential-inheritance small.yaml");
    session.exits(ExitCode.OK).complainsOfNothing();
    session.prints(
        "small: service-account enforces 0 of 2 policies, credential-inheritance 2 of 2");
    // The agent's own token doesn't say which of the two users it is that asks.
    session.prints("p2 (line 7): bob MAY NOT use disk via ada\n    ✗ service-account: can't be");
    session.prints("bob may not use disk via ada (small.yaml:7), but");
    session.prints("    ✓ credential-inheritance: enforced\n");
    session.prints("\nCosts that differ\n").prints("\nCosts that are alike\n");
    String row =
        session
            .out()
            .lines()
            .filter(line -> line.contains("signatures to obtain"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("signatures to obtain", "1", "0"), List.of(row.strip().split(" {2,}")));
    session.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    assertEquals(List.of(), session.filesIn("reports/out"));
  }

  @Test
  void expectations_areNotChecked() {
    session.file(
        "other.yaml",
        """
        scenario: other
        users: [ann]
        resources: [disk]
        policies: [ann MAY use disk]
        expect: {recommended: none}
        """);
    session.run(Engine.real(), "compare service-account token-exchange other.yaml");
    session
        .exits(ExitCode.OK)
        .prints("Policies that fare alike\n  ✓ p1: enforced\n")
        .complainsOfNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compare                                     | Missing required parameters: 'STRATEGY'",
        "compare token-exchange                      | Missing required parameter: 'STRATEGY'",
        "compare token-exchange service-account      | the scenario is missing",
        "compare token-exchange small.yaml           | `small.yaml`: the other strategy is missing",
        "compare toke-exchange service-account small.yaml | did you mean `token-exchange`?",
        "compare token-exchange x small.yaml         | no strategy is called `x`",
        "compare token-exchange token-exchange small.yaml | found `token-exchange` twice",
        "compare token-exchange service-account no.yaml   | no.yaml: no such file",
      })
  void mistakeOfTheUser_exitsWith2(String command, String text) {
    session.run(Engine.real(), command).exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session.out());
  }

  @Test
  void plugInThatFails_exitsWith3() {
    PlugInBuilder.strategy("bad-one", "return null;").build(folder.resolve("bad.jar"));
    session.run(Engine.real(), "compare bad-one token-exchange small.yaml --plugins bad.jar");
    session.exits(ExitCode.STRATEGY_FAILED).complains("strategy `bad-one` failed: ");
    assertFalse(session.out().contains("bad-one"), session.out());
  }
}
