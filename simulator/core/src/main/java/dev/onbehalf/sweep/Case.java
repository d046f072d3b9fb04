package dev.onbehalf.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.simulation.result.ScenarioSource;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;

/** One scenario of a sweep, which is small to send, and made where it is surveyed. */
public final class Case implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String parameters;
  private final Source source;
  private final String problem;

  private Case(String file, String parameters, Source source, String problem) {
    this.file = file;
    this.parameters = parameters;
    this.source = source;
    this.problem = problem;
  }

  /** What makes the bytes of a scenario. */
  @FunctionalInterface
  public interface Source extends Serializable {
    /** The bytes, the same each time. */
    byte[] yaml();
  }

  /**
   * A case that is there to be read.
   *
   * @param file where it is from
   * @param parameters what was varied, as {@code key=value} with spaces between
   */
  public static Case of(String file, String parameters, Source source) {
    return new Case(file, parameters, source, "");
  }

  /** A case that can't be read. */
  public static Case unreadable(String file, String problem) {
    return new Case(file, "", () -> new byte[0], problem);
  }

  String file() {
    return file;
  }

  String parameters() {
    return parameters;
  }

  byte[] yaml() {
    return source.yaml();
  }

  /** Why it can't be read; empty if it can. */
  String problem() {
    return problem;
  }

  /**
   * A checksum that differs where anything does.
   *
   * @param strategies those that are tried; empty for all that there are
   */
  public String key(List<String> strategies) {
    return key(strategies, yaml());
  }

  String key(List<String> strategies, byte[] yaml) {
    String tried = strategies.isEmpty() ? "" : String.join(" ", strategies) + "\n";
    byte[] name = String.join("\n", file, parameters, problem, tried).getBytes(UTF_8);
    byte[] all = ByteBuffer.allocate(name.length + yaml.length).put(name).put(yaml).array();
    return ScenarioSource.of(file, all).sha256();
  }
}
