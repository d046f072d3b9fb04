package dev.onbehalf.cli.run;

import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.simulation.lint.Lint;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.text.PrintableText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads scenario files, all of them before anything is done with one, and collects the problems.
 */
public final class ScenarioFiles {
  private final Path folder;
  private final Engine.Reader reader;
  private final StrategyCatalogue strategies;
  private final List<ScenarioFile> scenarios = new ArrayList<>();
  private ResultNames names = new ResultNames(false);
  private final List<String> problems = new ArrayList<>();
  private final List<Supplier<List<String>>> warnings = new ArrayList<>();

  /**
   * Files that may be named relative to the folder.
   *
   * @param strategies those that expectations may speak of
   */
  public ScenarioFiles(Path folder, Engine.Reader reader, StrategyCatalogue strategies) {
    this.folder = folder;
    this.reader = reader;
    this.strategies = strategies;
  }

  /** Reads the files of a command. */
  public void read(List<String> files) {
    names = new ResultNames(files.size() > 1);
    files.forEach(this::read);
  }

  private void read(String file) {
    try {
      byte[] bytes = FileBytes.read(folder, file, SourceText.MAX_BYTES);
      Scenario scenario = reader.read(file, bytes, strategies);
      add(new ScenarioFile(scenario, ScenarioSource.of(file, bytes)));
      warnings.add(() -> warnings(file, scenario, bytes));
    } catch (UnreadableFileException e) {
      problems.add(PrintableText.escaped(file + ": " + e.reason() + hint(file)));
    } catch (InvalidScenarioException e) {
      e.problems().forEach(problem -> add(file, problem));
    }
  }

  /** What to type for the scenarios of a folder, where it is one. */
  private String hint(String file) {
    String all = file.endsWith("/") ? file + "*.yaml" : file + "/*.yaml";
    boolean isFolder = FileName.isName(file) && Files.isDirectory(folder.resolve(file));
    return isFolder && hasScenarios(file) ? "; its scenarios are `" + all + "`" : "";
  }

  private boolean hasScenarios(String file) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.resolve(file), "*.yaml")) {
      return found.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }

  private void add(ScenarioFile next) {
    names
        .take(next.name(), next.file())
        .ifPresentOrElse(
            taken -> problems.add(PrintableText.escaped(next.file() + ": " + taken)),
            () -> scenarios.add(next));
  }

  /** The scenarios without problems, in their order. */
  public List<ScenarioFile> scenarios() {
    return List.copyOf(scenarios);
  }

  /** Everything wrong with the files read so far, each as {@code file:line:column: message}. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** What the files say in vain or by mistake, each as {@code file:line:column: warning: …}. */
  public List<String> warnings() {
    return warnings.stream().map(Supplier::get).flatMap(List::stream).toList();
  }

  private static List<String> warnings(String file, Scenario scenario, byte[] bytes) {
    return Lint.warnings(scenario, bytes).stream()
        .map(warning -> PrintableText.escaped(warning.render(file)))
        .toList();
  }

  private void add(String file, Problem problem) {
    problem.render(file).lines().map(PrintableText::escaped).forEach(problems::add);
  }

  /** A scenario and the file that it was read from. */
  public record ScenarioFile(Scenario scenario, ScenarioSource source) {
    String name() {
      return scenario.name();
    }

    public String file() {
      return source.file();
    }
  }
}
