package dev.onbehalf.products.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A cluster of PostgreSQL of the test's own, on a Unix socket in its folder and nowhere else. */
final class PostgresServer implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  private final Path folder;

  PostgresServer(Path folder) throws IOException {
    this.folder = folder;
    // The server doesn't run as root, and its own user must get there.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    run("initdb", "-D", data(), "-A", "trust", "-U", "admin", "-E", "UTF8", "--no-sync");
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-c listen_addresses= -c fsync=off -k " + folder,
        "start");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static String program(String name) throws IOException {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin").resolve(name))
          .filter(Files::isExecutable)
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + name + " below " + VERSIONS))
          .toString();
    }
  }

  private static void run(String name, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(program(name));
    command.addAll(List.of(words));
    Path said = Files.createTempFile(name, ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            // The server keeps what it inherits open.
            .redirectOutput(said.toFile())
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(command + "\n" + Files.readString(said));
    }
    Files.delete(said);
  }

  /** What psql prints of the statements of somebody who logs in. */
  String ask(String login, String database, String statements, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "psql", "-X", "-A", "-t", "-h", folder.toString(), "-U", login, "-d", database));
    command.addAll(List.of(options));
    try {
      Path script = Files.createTempFile(folder, "ask", ".sql");
      Files.writeString(script, statements);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(script.toFile())
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
