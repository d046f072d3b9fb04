package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a scenario whose verdict follows from its sentences. */
final class MarketingRunTest {
  private static final String MARKETING =
      """
      scenario: marketing
      users: [sarah, mark]
      agents: [marketing-agent, reporting-agent]
      resources:
        salesforce: [read, write]
        hubspot: [read, run-campaign]
        google-analytics: [read]
      policies:
        - sarah MAY read salesforce
        - sarah MAY use hubspot
        - sarah, mark MAY read google-analytics
        - mark MAY NOT use salesforce
      """;

  @TempDir private static Path shared = Path.of("");
  private static Session loud = new Session(shared);
  private static Session quiet = new Session(shared);

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  /** Two runs whose output many tests read. */
  @BeforeAll
  static void runs() {
    loud = new Session(shared).file("marketing.yaml", MARKETING);
    loud.run(Engine.real(), "--no-bench --out loud marketing.yaml");
    quiet = new Session(shared).run(Engine.real(), "--no-bench --quiet --out quiet marketing.yaml");
  }

  @BeforeEach
  void scenario() {
    session = new Session(folder).file("marketing.yaml", MARKETING);
  }

  @Test
  void run_recommendsTheCheapestStrategyThatSuffices() {
    loud.exits(ExitCode.OK).complainsOfNothing();
    loud.prints("marketing: use credential-inheritance");
    loud.prints("→ credential-inheritance  4 of 4");
    loud.prints("30 requests played with real tokens, every answer as computed");
    assertEquals(
        List.of("marketing.html", "marketing.json"),
        loud.filesIn("loud").stream().filter(name -> !name.endsWith(".svg")).toList());
  }

  @Test
  void quietRun_printsOneLine() {
    quiet.exits(ExitCode.OK).complainsOfNothing();
    assertTrue(quiet.out().startsWith("marketing: use credential-inheritance"), quiet.out());
    assertEquals(1, quiet.out().lines().count(), quiet.out());
  }

  @Test
  void result_ofTheSameSeed_isTheSameButForTheEnvironment() throws IOException {
    assertEquals(withoutEnvironment("loud"), withoutEnvironment("quiet"));
  }

  private static String withoutEnvironment(String out) throws IOException {
    String json = Files.readString(shared.resolve(out).resolve("marketing.json"));
    return json.substring(0, json.lastIndexOf("\"environment\""));
  }

  @Test
  void expectation_thatIsWrong_exitsWith1() {
    session.file("marketing.yaml", MARKETING + "expect: {recommended: token-exchange}\n");
    session.run(Engine.real(), "--no-bench marketing.yaml").exits(ExitCode.EXPECTATION_FAILED);
    session.prints("marketing.yaml:13:23: recommended: expected token-exchange, found");
  }

  @Test
  void expectation_onAStrategyThatDoesNotExist_exitsWith2() {
    session.file("marketing.yaml", MARKETING + "expect: {enforced: {token-exchagne: 4}}\n");
    session.run(Engine.real(), "--no-bench marketing.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("marketing.yaml:13:21: no strategy is called `token-exchagne`");
    session.complains("                    ^^^^^^^^^^^^^^\n");
  }

  @Test
  void expectation_onAStrategyThatWasNotRun_isNotChecked() {
    session.file("marketing.yaml", MARKETING + "expect: {recommended: credential-inheritance}\n");
    session
        .run(Engine.real(), "--no-bench --strategy token-exchange marketing.yaml")
        .exits(ExitCode.OK);
    session.prints("use token-exchange");
  }

  @Test
  void validate_countsWhatTheScenarioHolds() {
    session.run(Engine.real(), "--no-bench validate marketing.yaml").exits(ExitCode.OK);
    session.prints("marketing.yaml: ok (2 users, 2 agents, 4 policies, 30 requests)");
  }

  @Test
  void brokenScenario_exitsWith2AndEveryProblemAtItsPlace() {
    session.file("marketing.yaml", MARKETING.replace("sarah MAY", "sara MAY"));
    session.run(Engine.real(), "--no-bench marketing.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("marketing.yaml:9:5: ").complains("marketing.yaml:10:5: ");
  }
}
