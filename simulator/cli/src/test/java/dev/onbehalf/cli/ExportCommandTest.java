package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PageCommands.PageCommand;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
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

/** An export writes what each point can enforce, or nothing and the proof why not. */
final class ExportCommandTest {
  private static final String EXPORT = "export scenarios/hr-rollout.yaml ";

  /** One resource takes the whole path, the other what the caller alone knows. */
  private static final String TWO_NEEDS =
      """
      scenario: two-needs
      users: [ann]
      agents: [planner, writer]
      chains: [[planner, writer]]
      resources: {plans: [read], drafts: [read]}
      context:
        mode: {values: [live, trial], known-to: caller}
      policies:
        - ann MAY read plans via planner then writer
        - ann MAY read drafts when mode is live
        - ann MAY NOT read drafts when mode is trial
      """;

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenario() throws IOException {
    session = new Session(folder);
    Files.createDirectory(folder.resolve("scenarios"));
    Files.copy(
        Path.of("../../scenarios/hr-rollout.yaml"), folder.resolve("scenarios/hr-rollout.yaml"));
  }

  @Test
  void page_showsWhatIsPrinted() throws IOException {
    List<PageCommand> shown =
        PageCommands.of(Files.readString(Path.of("../products/README.md"))).stream()
            .filter(command -> !command.shown().isEmpty() && command.words().contains(" export "))
            .toList();
    assertEquals(1, shown.size());
    session
        .run(Engine.real(), shown.get(0).words().replace("java -jar sim.jar ", ""))
        .exits(ExitCode.OK)
        .complainsOfNothing();
    assertEquals(
        Optional.empty(),
        new ShownOutput(shown.get(0).shown()).difference(session.out().lines().toList()));
    assertEquals(5, session.filesIn("export/cedar").size());
  }

  @Test
  void gatedAccount_isTwoPolicySets() throws IOException {
    session
        .run(Engine.real(), EXPORT + "--to casbin --strategy gated-account --out out")
        .exits(ExitCode.OK)
        .prints("out/gateway-policy.csv\n")
        .prints("out/resource-policy.csv\n");
    assertTrue(
        text("out/gateway-policy.csv")
            .contains(
                """
                # p4 (scenarios/hr-rollout.yaml:17): hr-staff except pilot MAY NOT modify employee-records via hr-agent
                p, p4, ##p4, employee-records, modify, deny
                """));
    assertTrue(
        text("out/resource-policy.csv")
            .contains("#   left to the gateway: it looks like what is permitted here\n"));
    assertTrue(text("out/resource-model.conf").contains("# agent: the account in `sub`"));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void sameExport_isTheSameTwice() throws IOException {
    session.run(Engine.real(), EXPORT + "--to cedar --out one").exits(ExitCode.OK);
    session.run(Engine.real(), EXPORT + "--to cedar --out two").exits(ExitCode.OK);
    for (String file : session.filesIn("one")) {
      String name = Path.of(file).getFileName().toString();
      assertEquals(text("one/" + name), text("two/" + name));
    }
  }

  @Test
  void planOfSeveralStrategies_isWrittenForEach() {
    session.file("two-needs.yaml", TWO_NEEDS);
    session
        .run(Engine.real(), "export two-needs.yaml --to cedar --out out")
        .exits(ExitCode.OK)
        .prints("out/delegation-chain-resource-policies.cedar\n");
    assertTrue(session.filesIn("out").size() >= 10, () -> session.filesIn("out").toString());
  }

  @Test
  void whatEvidenceCantEnforce_isRefusedWithBothRequests() {
    session
        .run(Engine.real(), EXPORT + "--to cedar --strategy service-account --out out")
        .exits(ExitCode.EXPECTATION_FAILED)
        .complains(
            "scenarios/hr-rollout.yaml:17: p4: service-account can't enforce it: omar may not"
                + " modify employee-records via hr-agent")
        .complains("dana may modify employee-records via hr-agent");
    assertEquals("", session.out());
    assertEquals(List.of(), session.filesIn("out"));
  }

  @Test
  void whatHoldsOnlyIfCallersAreHonest_isRefused() {
    session
        .run(Engine.real(), EXPORT + "--to cedar --strategy agent-mtls --out out")
        .exits(ExitCode.EXPECTATION_FAILED);
    assertFalse(session.err().isEmpty());
    assertEquals(List.of(), session.filesIn("out"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to cader                           | did you mean `cedar`?",
        "--to cedar --strategy token-exchang  | did you mean `token-exchange`?",
        "                                     | Missing required option: '--to=FORMAT'",
      })
  void mistakeOfTheUser_exitsWith2(String options, String text) {
    session
        .run(Engine.real(), EXPORT + Optional.ofNullable(options).orElse(""))
        .exits(ExitCode.INVALID_INPUT)
        .complains(text);
    assertEquals("", session.out());
  }

  @Test
  void unreadableFile_exitsWith2() {
    session
        .run(Engine.real(), "export none.yaml --to cedar")
        .exits(ExitCode.INVALID_INPUT)
        .complains("none.yaml: no such file");
  }

  @Test
  void folderThatCantBeWritten_exitsWith4() {
    session.file("out", "in the way");
    session
        .run(Engine.real(), EXPORT + "--to cedar --out out")
        .exits(ExitCode.OUTPUT_FAILED)
        .complains("a file is in the way of the folder");
  }
}
