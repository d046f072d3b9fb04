package dev.onbehalf.scenario;

/** The strategies of which a scenario may expect something; what they are is no matter of here. */
public interface KnownStrategies {
  /** Strategies of every name. */
  static KnownStrategies any() {
    return new KnownStrategies() {
      @Override
      public boolean has(String name) {
        return true;
      }

      @Override
      public String unknown(String name, String... otherWords) {
        throw new IllegalStateException("every name is known");
      }
    };
  }

  /** Whether a strategy has this name. */
  boolean has(String name);

  /**
   * That no strategy has this name, and which there are.
   *
   * @param otherWords what else could have been meant in this place
   */
  String unknown(String name, String... otherWords);
}
