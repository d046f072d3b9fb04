package dev.onbehalf.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The strategies of which a scenario may expect something, and the words for what they take; what
 * they are is no matter of here.
 */
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

      @Override
      public Optional<List<String>> machinery() {
        return Optional.empty();
      }

      @Override
      public Optional<List<String>> habits() {
        return Optional.empty();
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

  /** The words for pieces of machinery; empty when any word may be one. */
  Optional<List<String>> machinery();

  /** The words for habits; empty when any word may be one. */
  Optional<List<String>> habits();
}
