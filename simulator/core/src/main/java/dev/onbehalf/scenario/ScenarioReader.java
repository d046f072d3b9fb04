package dev.onbehalf.scenario;

/** Reads scenario files. */
public final class ScenarioReader {
  /** The largest file accepted, in bytes. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private ScenarioReader() {}

  /**
   * Reads a scenario.
   *
   * @param file the name used in messages
   * @throws InvalidScenarioException with every problem of the file
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Scenario read(String file, byte[] bytes) throws InvalidScenarioException {
    throw new UnsupportedOperationException();
  }
}
