package dev.onbehalf.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a folder, where a user may name either. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * Those wanted of the folder, in the order of their names; the name itself if it is no folder.
   */
  public static List<String> of(Path workingDirectory, String name, Predicate<Path> wanted)
      throws IOException {
    if (!FileName.isName(name) || !Files.isDirectory(workingDirectory.resolve(name))) {
      return List.of(name);
    }
    String folder = name.endsWith("/") ? name : name + "/";
    try (Stream<Path> found = Files.list(workingDirectory.resolve(name))) {
      return found.filter(wanted).map(one -> folder + one.getFileName()).sorted().toList();
    }
  }
}
