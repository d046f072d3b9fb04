package dev.onbehalf.scenario.reading;

import dev.onbehalf.evidence.Habit;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.KnownStrategies;
import java.util.List;
import java.util.Optional;

/** Strategies of every name, whose machinery and habits are those that there are. */
final class ClosedLists implements KnownStrategies {
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
    return Optional.of(Machinery.words());
  }

  @Override
  public Optional<List<String>> habits() {
    return Optional.of(Habit.words());
  }
}
