package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PageCommands.PageCommand;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import prints a scenario, tells what is lost, and ends badly only for bad files. */
final class ImportCommandTest {
  private static final Path PRODUCTS = Path.of("../products");
  private static final String EXAMPLES = "simulator/products/examples";

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void examples() throws IOException {
    session = new Session(folder);
    Path from = PRODUCTS.resolve("examples");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path to = folder.resolve(EXAMPLES).resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  @Test
  void page_showsWhatIsPrinted() throws IOException {
    List<PageCommand> shown =
        PageCommands.of(Files.readString(PRODUCTS.resolve("README.md"))).stream()
            .filter(command -> !command.shown().isEmpty() && command.words().contains(" import "))
            .toList();
    assertEquals(2, shown.size());
    for (PageCommand command : shown) {
      session
          .run(Engine.real(), command.words().replace("java -jar sim.jar ", ""))
          .exits(ExitCode.OK);
      assertEquals(
          Optional.empty(),
          new ShownOutput(command.shown()).difference(session.out().lines().toList()),
          session.out());
    }
  }

  @Test
  void everyExample_isAValidScenario() throws IOException {
    for (String files :
        List.of(
            "aws-iam %s/analyst.json",
            "cedar %s/cedar",
            "casbin %s/model.conf %s/policy.csv",
            "k8s-rbac %s/agents.yaml",
            "keycloak-realm %s/realm.json",
            "openfga %s/model.json %s/tuples.yaml",
            "log %s/calls.jsonl --min-support 2")) {
      session
          .run(Engine.real(), "import " + files.replace("%s", EXAMPLES))
          .exits(ExitCode.OK)
          .complains(" dropped, ");
      session.file("mine.yaml", session.out());
      session.run(Engine.real(), "validate mine.yaml").exits(ExitCode.OK);
    }
  }

  @Test
  void strict_exitsWith2AndPrintsAllTheSame() {
    session
        .run(Engine.real(), "import --strict k8s-rbac " + EXAMPLES + "/agents.yaml")
        .exits(ExitCode.INVALID_INPUT)
        .prints("dana MAY get, patch shop/deployments.apps via any agent")
        .complains("1 dropped, 0 narrowed");
  }

  @Test
  void badFile_isOneLine() {
    session.file("bad.json", "{\"Statement\": [}");
    session.run(Engine.real(), "import aws-iam bad.json").exits(ExitCode.INVALID_INPUT);
    assertTrue(session.err().startsWith("bad.json:1: "), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
    session
        .run(Engine.real(), "import aws-iam none.json")
        .exits(ExitCode.INVALID_INPUT)
        .complains("none.json: no such file");
  }

  @Test
  void unknownFormat_isRefusedWithTheNearest() {
    session
        .run(Engine.real(), "import ceder " + EXAMPLES + "/cedar")
        .exits(ExitCode.INVALID_INPUT)
        .complains("did you mean `cedar`?");
  }
}
