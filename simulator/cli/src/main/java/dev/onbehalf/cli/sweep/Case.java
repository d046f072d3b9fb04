package dev.onbehalf.cli.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.FileBytes;

/**
 * One scenario of a sweep.
 *
 * @param file where it is from
 * @param parameters what was varied, as {@code key=value} with spaces between
 * @param yaml the scenario itself; none where the file can't be read
 * @param problem why it can't; empty if it can
 */
public record Case(String file, String parameters, byte[] yaml, String problem) {
  /** A case that is there to be read. */
  static Case of(String file, String parameters, byte[] yaml) {
    return new Case(file, parameters, yaml, "");
  }

  /** A case that can't be read. */
  static Case unreadable(String file, String problem) {
    return new Case(file, "", new byte[0], problem);
  }

  /** A checksum that differs where anything does. */
  public String key() {
    byte[] name = (file + "\n" + parameters + "\n" + problem + "\n").getBytes(UTF_8);
    byte[] all = new byte[name.length + yaml.length];
    System.arraycopy(name, 0, all, 0, name.length);
    System.arraycopy(yaml, 0, all, name.length, yaml.length);
    return FileBytes.sha256(all);
  }
}
