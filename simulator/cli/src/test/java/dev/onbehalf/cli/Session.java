package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.LogStream;
import dev.onbehalf.cli.run.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command given in a folder of its own, and what came of it. */
public final class Session {
  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int exitCode = -1;

  public Session(Path folder) {
    this.folder = folder;
  }

  /** Puts a file into the folder. */
  public Session file(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command line, whose words are separated by spaces. */
  public Session run(Engine engine, String commandLine) {
    out.reset();
    err.reset();
    String[] words = commandLine.isBlank() ? new String[0] : commandLine.strip().split(" +", -1);
    exitCode = new Main(engine, console()).run(words);
    return this;
  }

  /** The console that the session looks at. */
  public Console console() {
    return new Console(LogStream.to(out), LogStream.to(err), folder, () -> false, () -> false);
  }

  public Session exits(ExitCode expected) {
    assertEquals(expected.code(), exitCode, () -> "stdout:\n" + out() + "\nstderr:\n" + err());
    return this;
  }

  public Session prints(String part) {
    assertTrue(out().contains(part), () -> "no `" + part + "` in:\n" + out());
    return this;
  }

  public Session complains(String part) {
    assertTrue(err().contains(part), () -> "no `" + part + "` in:\n" + err());
    return this;
  }

  public Session complainsOfNothing() {
    assertEquals("", err());
    return this;
  }

  String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }

  /** The names of the files below a folder, sorted. */
  public List<String> filesIn(String below) {
    Path start = folder.resolve(below);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> start.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
