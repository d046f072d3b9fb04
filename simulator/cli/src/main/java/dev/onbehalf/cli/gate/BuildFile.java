package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.FileBytes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build of the program.
 *
 * @param classPath the addresses of its jars and folders
 * @param facts its name, version and checksum, as far as they are known
 */
record BuildFile(List<String> classPath, SortedMap<String, String> facts) {
  private static final List<String> DETAILS = List.of("version", "sha256", "saved");
  private static final int SHORT = 12;

  /** The build that is running. */
  static BuildFile running() {
    List<Path> paths =
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("name", "a class path of %d entries".formatted(paths.size()));
    if (paths.size() == 1) {
      facts.putAll(facts(paths.get(0)));
    }
    return new BuildFile(paths.stream().map(BuildFile::address).toList(), facts);
  }

  /** The build in a jar. */
  static BuildFile of(Path jar) {
    return new BuildFile(List.of(address(jar)), facts(jar));
  }

  /** What people call it. */
  String words() {
    return words(facts);
  }

  static String words(SortedMap<String, String> facts) {
    String details =
        facts.entrySet().stream()
            .filter(fact -> DETAILS.contains(fact.getKey()))
            .map(fact -> fact.getKey() + " " + shortened(fact.getValue()))
            .collect(Collectors.joining(", "));
    return facts.getOrDefault("name", "a build") + (details.isEmpty() ? "" : " (" + details + ")");
  }

  private static String shortened(String text) {
    return text.length() == 64 ? text.substring(0, SHORT) : text;
  }

  private static String address(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  private static SortedMap<String, String> facts(Path file) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("name", String.valueOf(file.getFileName()));
    if (Files.isRegularFile(file)) {
      version(file).ifPresent(version -> facts.put("version", version));
      sha256(file).ifPresent(sum -> facts.put("sha256", sum));
    }
    return facts;
  }

  private static Optional<String> version(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
    } catch (IOException e) {
      return Optional.empty(); // What it lacks is told when it is loaded.
    }
  }

  private static Optional<String> sha256(Path file) {
    try {
      return Optional.of(FileBytes.sha256(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
