package dev.onbehalf.simulation.result;

/** Where a scenario came from: the file as it was named, and the SHA-256 of its bytes in hex. */
public record ScenarioSource(String file, String sha256) {
  /** The file without its folders. */
  public String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
