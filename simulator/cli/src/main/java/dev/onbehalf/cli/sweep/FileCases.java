package dev.onbehalf.cli.sweep;

import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FolderFiles;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.sweep.ScenarioTree;
import dev.onbehalf.sweep.Variation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios of files and folders, varied. */
public final class FileCases {
  private final Path workingDirectory;
  private final List<Variation> variations;
  private final Optional<String> policiesFrom;

  /**
   * Cases that may be named relative to the folder.
   *
   * @param policiesFrom a folder of files whose policies are tried in every scenario
   */
  public FileCases(
      Path workingDirectory, List<Variation> variations, Optional<String> policiesFrom) {
    this.workingDirectory = workingDirectory;
    this.variations = List.copyOf(variations);
    this.policiesFrom = policiesFrom;
  }

  /** The cases of the files, and of all files in the folders, in the order of their names. */
  public Stream<Case> of(List<String> files) {
    return files.stream().flatMap(this::inFolder).flatMap(this::read);
  }

  private Stream<String> inFolder(String file) {
    try {
      return FolderFiles.of(workingDirectory, file, FileCases::isScenario).stream();
    } catch (IOException e) {
      // It is read as a file, which tells what is wrong with it.
      return Stream.of(file);
    }
  }

  private static boolean isScenario(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private Stream<Case> read(String file) {
    try {
      byte[] yaml = bytes(file);
      return policiesFrom
          .map(folder -> inFolder(folder).flatMap(other -> withPolicies(file, yaml, other)))
          .orElseGet(() -> varied(file, "", yaml));
    } catch (UnreadableFileException e) {
      return Stream.of(Case.unreadable(file, e.reason()));
    }
  }

  private Stream<Case> withPolicies(String file, byte[] yaml, String other) {
    try {
      byte[] changed = new ScenarioTree(yaml).withPoliciesOf(bytes(other));
      return varied(file, "policies=" + other, changed);
    } catch (UnreadableFileException e) {
      return Stream.of(Case.unreadable(other, e.reason()));
    }
  }

  private Stream<Case> varied(String file, String before, byte[] yaml) {
    return variations.isEmpty()
        ? Stream.of(Case.of(file, before, () -> yaml))
        : Variation.choices(variations).map(choice -> varied(file, before, yaml, choice));
  }

  private static Case varied(String file, String before, byte[] yaml, Map<String, String> choice) {
    String parameters = (before + " " + Variation.text(choice)).strip();
    return Case.of(file, parameters, () -> new ScenarioTree(yaml).with(choice));
  }

  private byte[] bytes(String file) throws UnreadableFileException {
    return FileBytes.read(workingDirectory, file, SourceText.MAX_BYTES);
  }
}
