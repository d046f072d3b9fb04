package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whoever writes a scenario sees after each save what it comes to, problems included. */
final class WatchCommandTest {
  /** Only keeps a change that never comes from holding up the build. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch              | Missing required parameter: 'FILE'",
        "watch a.yaml b.yaml | Unmatched argument at index 2: 'b.yaml'",
        "watch none/a.yaml  | none/a.yaml: its folder can't be watched: ",
      })
  void mistakeOfTheUser_exitsWith2(String command, String text) {
    Session session = new Session(folder).run(Fakes.agreeable(), command);
    session.exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session.out());
  }

  @Test
  void scenario_isRunNowAndAfterEachChange_whateverIsWrongWithIt() {
    Session session = new Session(folder).file("my.yaml", "problem");
    Deque<String> saves = new ArrayDeque<>(List.of("ok one", "problem", "ok two"));
    List<List<String>> runs = new ArrayList<>();
    WatchCommand command =
        new WatchCommand(
            session.console(),
            arguments -> {
              runs.add(arguments);
              return new Main(Fakes.agreeable(), session.console())
                  .run(arguments.toArray(String[]::new));
            },
            file -> new Saves(file, saves));
    int code =
        new CommandLine(command).execute("--quiet", "--strategy", "token-exchange", "my.yaml");
    assertEquals(ExitCode.INVALID_INPUT.code(), code);
    assertEquals(5, runs.size());
    assertEquals(List.of("diff", "--old-name", "my.yaml before"), runs.get(4).subList(0, 3));
    String everything = session.out() + session.err();
    assertEquals(4, everything.split("my.yaml: ran in ", -1).length - 1, everything);
    assertEquals(2, everything.split("expected better", -1).length - 1, everything);
    session.prints("one: use nothing").prints("two: use nothing");
    session.complains("my.yaml: its folder is gone");
    assertEquals(
        List.of(
            "--no-bench",
            "--out",
            "reports/out",
            "--quiet",
            "--strategy",
            "token-exchange",
            "--",
            "my.yaml"),
        runs.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ".", ".."})
  void folder_isRefusedAndNeverRun(String name) {
    Session session = new Session(folder);
    List<List<String>> runs = new ArrayList<>();
    WatchCommand command =
        new WatchCommand(
            session.console(),
            arguments -> {
              runs.add(arguments);
              return 0;
            },
            file -> new Saves(file, new ArrayDeque<>()));
    assertEquals(ExitCode.INVALID_INPUT.code(), new CommandLine(command).execute(name));
    assertEquals(name + ": is a folder; expected a file\n", session.err());
    assertEquals(List.of(), runs);
  }

  @Test
  void fileSystem_tellsOfSavesAndReplacementsOfTheFileAlone() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          Path file = Files.writeString(folder.resolve("my.yaml"), "one");
          try (FileChanges changes = FileChanges.of(file)) {
            Files.writeString(file, "two");
            assertTrue(changes.await());
            Path other = Files.writeString(folder.resolve("other.yaml"), "three");
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertTrue(changes.await());
          }
        });
  }

  @Test
  void folder_thatIsDeleted_endsTheChanges() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          Path below = Files.createDirectory(folder.resolve("below"));
          try (FileChanges changes = FileChanges.of(below.resolve("my.yaml"))) {
            Files.delete(below);
            assertFalse(changes.await());
          }
        });
  }

  /** Saves the file whenever somebody waits for a change. */
  private record Saves(Path file, Deque<String> contents) implements FileChanges {
    @Override
    public boolean await() {
      if (contents.isEmpty()) {
        return false;
      }
      try {
        Files.writeString(file, contents.pop());
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
