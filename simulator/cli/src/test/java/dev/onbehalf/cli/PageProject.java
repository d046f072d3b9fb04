package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project that stands on one of our pages, written into a folder and built on its own. */
record PageProject(Path page, Path folder) {
  static final Path ROOT = Path.of(System.getProperty("root", "../.."));
  private static final String VERSION = System.getProperty("version", "");

  /** The last name of a file before a block is that of the block. */
  private static final Pattern BLOCK =
      Pattern.compile("`([^`\n]+)`:\n\n```[a-z]*\n(.*?)```\n", Pattern.DOTALL);

  /** A file of the project. */
  record Source(String name, String text) {
    long lines() {
      return text.lines().count();
    }
  }

  /** How a command ended. */
  record Run(int code, String output) {}

  /** The files in the order of the page. */
  List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      sources.add(new Source(block.group(1), block.group(2)));
    }
    return sources;
  }

  /** Writes the files into the folder {@code project}. */
  PageProject written() throws IOException {
    for (Source source : sources()) {
      Path file = folder.resolve("project").resolve(source.name());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.text());
    }
    return this;
  }

  /** Puts what this build has made into a repository of the folder: nobody else finds it there. */
  PageProject installed(String module, String artifact, String... suffixes) throws IOException {
    install(ROOT.resolve(module).resolve("pom.xml"), artifact, ".pom");
    for (String suffix : suffixes) {
      String name = "target/" + artifact + "-" + VERSION + suffix;
      install(ROOT.resolve(module).resolve(name), artifact, suffix);
    }
    return this;
  }

  private void install(Path file, String artifact, String suffix) throws IOException {
    Path place = folder.resolve("repository/dev/onbehalf").resolve(artifact).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(file, place.resolve(artifact + "-" + VERSION + suffix));
  }

  /** Builds the project by Maven. */
  Run maven(String goal) throws IOException, InterruptedException {
    return run(
        Path.of(System.getProperty("mavenHome", ""), "bin", "mvn").toString(),
        "--batch-mode",
        "-Dmaven.repo.local=" + folder.resolve("repository"),
        // What this build downloaded needn't be downloaded again.
        "-Dmaven.repo.local.tail=" + System.getProperty("localRepository"),
        goal);
  }

  /** Runs the command in the project. */
  Run run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // The processes are over before the other compiler pays off.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.directory(folder.resolve("project").toFile()).redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }
}
