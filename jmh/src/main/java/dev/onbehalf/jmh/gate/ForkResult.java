package dev.onbehalf.jmh.gate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one process measured.
 *
 * @param loaded the builds in the order in which chance had them loaded
 */
public record ForkResult(List<Reading> readings, List<Role> loaded) {
  public ForkResult {
    readings = List.copyOf(readings);
    loaded = List.copyOf(loaded);
  }

  /** The readings of one side. */
  Stream<Reading> of(Role role) {
    return readings.stream().filter(reading -> reading.role() == role);
  }

  /**
   * What was read of one side in one row, as medians over the blocks.
   *
   * @param logRatio the logarithm of its time by that of the first side in the same round
   * @param nanos processor time of a call
   * @param bytes allocated by a call
   * @param seconds how long the row took, for all its sides
   */
  public record Reading(
      Row row, Role role, double logRatio, double nanos, double bytes, double seconds) {}
}
