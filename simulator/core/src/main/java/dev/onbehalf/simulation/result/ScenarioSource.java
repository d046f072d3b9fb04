package dev.onbehalf.simulation.result;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where a scenario came from: the file as it was named, and the SHA-256 of its bytes in hex. */
public record ScenarioSource(String file, String sha256) {
  /** The source of these bytes. */
  public static ScenarioSource of(String file, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ScenarioSource(file, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The file without its folders. */
  public String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
