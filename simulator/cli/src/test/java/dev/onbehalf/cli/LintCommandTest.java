package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario says in vain is warned of on standard error, and refused only if asked for. */
final class LintCommandTest {
  private static final String WARNING =
      "twice.yaml:5:33: warning: this says the same as line 5" + System.lineSeparator();

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenarios() {
    session =
        new Session(folder)
            .file("twice.yaml", scenario("twice", "ann MAY use disk, ann MAY use disk"))
            .file("fine.yaml", scenario("fine", "ann MAY use disk"));
  }

  private static String scenario(String name, String policies) {
    String quoted = policies.replace(", ", "', '");
    return "scenario: %s\nusers: [ann]\nresources:\n  - disk\npolicies: ['%s']\n"
        .formatted(name, quoted);
  }

  @Test
  void validate_warnsAndIsContent() {
    session.run(Engine.real(), "validate fine.yaml twice.yaml").exits(ExitCode.OK);
    session.prints("fine.yaml: ok (").prints("twice.yaml: ok (");
    assertEquals(WARNING, session.err());
  }

  @Test
  void firstScenario_hasNoWarning() {
    session.run(Engine.real(), "init my.yaml").exits(ExitCode.OK);
    session.run(Engine.real(), "validate --strict my.yaml").exits(ExitCode.OK);
  }

  @Test
  void validateThatIsStrict_exitsWith2() {
    session.run(Engine.real(), "validate --strict twice.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("warning: this says the same as line 5");
    session.complains("not fine: with --strict a warning is a mistake");
    session.run(Engine.real(), "validate --strict fine.yaml").exits(ExitCode.OK);
    session.complainsOfNothing();
  }

  @Test
  void run_warnsAndRuns() {
    session
        .run(Engine.real(), "--no-bench --strategy service-account twice.yaml")
        .exits(ExitCode.OK);
    session.complains("warning: this says the same as line 5").prints("report ");
  }

  @Test
  void quietRun_warnsOfNothing() {
    session.run(Engine.real(), "--no-bench --quiet --strategy service-account twice.yaml");
    session.exits(ExitCode.OK).complainsOfNothing();
  }

  @Test
  void runThatIsStrict_isRefusedBeforeItBegins() {
    session.run(Engine.real(), "--no-bench --quiet --strict --out o twice.yaml");
    session.exits(ExitCode.INVALID_INPUT).complains("warning: this says the same as line 5");
    session.complains("nothing was run: with --strict a warning is a mistake");
    assertEquals(List.of(), session.filesIn("o"));
  }

  @Test
  void runWithManyWarnings_showsTen() {
    String policies =
        IntStream.range(0, 13).mapToObj(i -> "ann MAY use disk").collect(Collectors.joining(", "));
    session.file("many.yaml", scenario("many", policies));
    session
        .run(Engine.real(), "--no-bench --strict many.yaml")
        .complains("2 more warnings: `validate`");
    assertEquals(12, session.err().lines().count());
    session.run(Engine.real(), "validate many.yaml").exits(ExitCode.OK);
    assertEquals(12, session.err().lines().count());
  }
}
