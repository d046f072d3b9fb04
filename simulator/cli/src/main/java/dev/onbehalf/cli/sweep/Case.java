package dev.onbehalf.cli.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.FileBytes;
import java.nio.ByteBuffer;

/** One scenario of a sweep. */
public final class Case {
  private final String file;
  private final String parameters;
  private final byte[] yaml;
  private final String problem;

  private Case(String file, String parameters, byte[] yaml, String problem) {
    this.file = file;
    this.parameters = parameters;
    this.yaml = yaml;
    this.problem = problem;
  }

  /**
   * A case that is there to be read.
   *
   * @param file where it is from
   * @param parameters what was varied, as {@code key=value} with spaces between
   */
  static Case of(String file, String parameters, byte[] yaml) {
    return new Case(file, parameters, yaml, "");
  }

  /** A case that can't be read. */
  static Case unreadable(String file, String problem) {
    return new Case(file, "", new byte[0], problem);
  }

  String file() {
    return file;
  }

  String parameters() {
    return parameters;
  }

  byte[] yaml() {
    return yaml;
  }

  /** Why it can't be read; empty if it can. */
  String problem() {
    return problem;
  }

  /** A checksum that differs where anything does. */
  public String key() {
    byte[] name = String.join("\n", file, parameters, problem, "").getBytes(UTF_8);
    return FileBytes.sha256(
        ByteBuffer.allocate(name.length + yaml.length).put(name).put(yaml).array());
  }
}
