package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world of any size is scored as a small one is, and its result stays small. */
final class ScoreCommandTest {
  private static final Engine ENGINE = Engine.real();

  /** The rollout of scenarios/hr-rollout.yaml, with names that count up. */
  private static final String HR =
      """
      scenario: hr
      users:
        - u[1..%d]
      groups:
        pilot: ["u[1..2]"]
      agents: [hr-agent]
      resources:
        records-[1..%d]: [read, modify]
      policies:
        - anyone MAY use anything directly
        - anyone MAY read anything via hr-agent
        - pilot MAY modify anything via hr-agent
        - anyone except pilot MAY NOT modify anything via hr-agent
      """;

  @TempDir private Path folder = Path.of("");

  private Session score(int users, int resources, String options) {
    return new Session(folder)
        .file("hr.yaml", HR.formatted(users, resources))
        .run(ENGINE, "score hr.yaml " + options);
  }

  @Test
  void score_ofAnySize_isThatOfTheSmallWorld() throws IOException {
    for (int users : new int[] {3, 10_000_000}) {
      String out = score(users, users / 3, "").exits(ExitCode.OK).complainsOfNothing().out();
      assertTrue(out.contains("on-behalf-of is not required"), out);
      assertRow("credential-inheritance", 2, out);
      assertRow("service-account", 2, out);
      assertRow("token-exchange", 4, out);
      assertTrue(Files.size(folder.resolve("reports/out/hr.score.json")) < 50_000);
    }
  }

  private static void assertRow(String strategy, int withstands, String out) {
    String row = out.lines().filter(line -> line.startsWith(strategy + " ")).findFirst().orElse("");
    assertEquals("%d %d 4".formatted(withstands, withstands), words(row, strategy), out);
  }

  private static String words(String row, String strategy) {
    return row.substring(Math.min(row.length(), strategy.length())).strip().replaceAll(" +", " ");
  }

  @Test
  void result_hasExactNumbersAndOneProofForEachPattern() throws IOException {
    score(10_000_000, 1_000_000, "--strategy service-account").exits(ExitCode.OK);
    String json = Files.readString(folder.resolve("reports/out/hr.score.json"));
    assertTrue(json.contains("\"requests\" : 40000000000000"), json);
    assertTrue(json.contains("\"permitted\" : {"), json);
    assertTrue(json.contains("shows the same evidence as a permitted call"), json);
  }

  @Test
  void fileThatCannotBeRead_exitsWith2() {
    new Session(folder)
        .run(ENGINE, "score none.yaml")
        .exits(ExitCode.INVALID_INPUT)
        .complains("none.yaml: ");
    score(0, 1, "").exits(ExitCode.INVALID_INPUT).complains("`u[1..0]` counts down");
    score(3, 1, "--strategy tokens").exits(ExitCode.INVALID_INPUT).complains("tokens");
  }

  @Test
  void run_ofTooManyNames_saysWhatScoresThem() {
    new Session(folder)
        .file("hr.yaml", HR.formatted(10_000_000, 10))
        .run(ENGINE, "hr.yaml --no-bench")
        .exits(ExitCode.INVALID_INPUT)
        .complains("`score`");
  }
}
