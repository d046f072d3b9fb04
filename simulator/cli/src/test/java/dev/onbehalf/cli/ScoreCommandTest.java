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

  /** At mails the whole path decides, at disks nothing is permitted. */
  private static final String MIXED =
      """
      scenario: mixed
      users: ["u[1..%d]"]
      groups: {pilot: ["u[1..2]"]}
      agents: [bot, ada]
      chains: [[ada, bot]]
      resources:
        "mail-[1..%d]": [send]
        "disk-[1..%d]": [write]
      %s
      policies:
        - anyone MAY send anything directly
        - anyone MAY send anything via any agent
        - pilot MAY write anything via ada then bot
        - anyone except pilot MAY NOT write anything via any agent
        - anyone MAY NOT write anything via bot
        - anyone MAY NOT write anything via ada
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

  private String mixed(int users, int mails, int disks, String more) {
    return new Session(folder)
        .file("mixed.yaml", MIXED.formatted(users, mails, disks, more))
        .run(ENGINE, "score mixed.yaml")
        .exits(ExitCode.OK)
        .complainsOfNothing()
        .out();
  }

  @Test
  void plan_ofRanges_isThatOfTheSmallWorldAndNamesTheFirst() throws IOException {
    String small = mixed(3, 2, 3, "");
    assertTrue(small.contains("\n  mail-1, mail-2: delegation-chain\n"), small);
    assertTrue(small.contains("\n  disk-1, disk-2, disk-3: credential-inheritance\n"), small);
    String large = mixed(10_000_000, 1_000, 1_000_000, "");
    assertTrue(
        large.contains("\n  mail-1, mail-2, mail-3 and 997 more: delegation-chain\n"), large);
    assertTrue(
        large.contains("\n  disk-1, disk-2, disk-3 and 999,997 more: credential-inheritance\n"),
        large);
    // A login for each user, a client and a key for each agent.
    assertTrue(large.contains(" and 10,000,004 credentials stand\n"), large);
    assertTrue(large.contains("\n  because of p2 alone: without it, "), large);
    assertTrue(Files.size(folder.resolve("reports/out/mixed.score.json")) < 50_000);
  }

  @Test
  void whatIsRequired_isLeftToARun() {
    String out = mixed(3, 2, 3, "require: {attribution: both}");
    assertTrue(
        out.contains(
            "nothing is recommended: whether strategies meet `require: {attribution: both}`"),
        out);
    assertTrue(out.contains("`java -jar sim.jar mixed.yaml --no-bench`"), out);
    assertTrue(!out.contains("a strategy for each resource"), out);
  }

  @Test
  void whatDecidesNothing_andWhatIsNotChecked_isSaid() {
    new Session(folder)
        .file(
            "idle.yaml",
            """
            scenario: idle
            users: [ann]
            agents: [bot]
            resources: [doc]
            policies: [ann MAY use doc via bot, anyone MAY NOT use doc via bot]
            expect: {on-behalf-of: required}
            """)
        .run(ENGINE, "score idle.yaml")
        .exits(ExitCode.OK)
        .prints("\n1 policy decides nothing\nnot checked: what the scenario expects\n");
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
