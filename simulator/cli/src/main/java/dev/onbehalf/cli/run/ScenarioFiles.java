package dev.onbehalf.cli.run;

import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.reports.exchange.Annotation;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.simulation.lint.Lint;
import dev.onbehalf.simulation.lint.Warning;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.text.PrintableText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads scenario files, all of them before anything is done with one, and collects the problems.
 */
public final class ScenarioFiles {
  private static final String INVALID = "scenario-invalid";

  private final Path folder;
  private final Engine.Reader reader;
  private final StrategyCatalogue strategies;
  private final List<ScenarioFile> scenarios = new ArrayList<>();
  private ResultNames names = new ResultNames(false);
  private final List<String> problems = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<Supplier<List<Noticed>>> noticed = new ArrayList<>();

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
      noticed.add(() -> noticed(file, scenario, bytes));
    } catch (UnreadableFileException e) {
      refuse(file, e.reason() + hint(file));
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
        .ifPresentOrElse(taken -> refuse(next.file(), taken), () -> scenarios.add(next));
  }

  private void refuse(String file, String reason) {
    problems.add(PrintableText.escaped(file + ": " + reason));
    annotations.add(new Annotation("error", INVALID, file, Optional.empty(), reason));
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
    return allNoticed().map(Noticed::line).toList();
  }

  private Stream<Noticed> allNoticed() {
    return noticed.stream().map(Supplier::get).flatMap(List::stream);
  }

  private static List<Noticed> noticed(String file, Scenario scenario, byte[] bytes) {
    return Lint.warnings(scenario, bytes).stream()
        .map(warning -> new Noticed(file, warning))
        .toList();
  }

  /** The problems and warnings as remarks beside their lines. */
  public List<Annotation> annotations() {
    return Stream.concat(annotations.stream(), allNoticed().map(Noticed::annotation)).toList();
  }

  private void add(String file, Problem problem) {
    annotations.add(
        new Annotation("error", INVALID, file, Optional.of(problem.position()), problem.message()));
    problem.render(file).lines().map(PrintableText::escaped).forEach(problems::add);
  }

  /** A warning and the file that it is about. */
  private record Noticed(String file, Warning warning) {
    String line() {
      return PrintableText.escaped(warning.render(file));
    }

    Annotation annotation() {
      return new Annotation(
          "warning", "lint", file, Optional.of(warning.position()), warning.message());
    }
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
