package dev.onbehalf.cli.spark;

import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.simulation.Surveyor;
import dev.onbehalf.sweep.Sweep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sweep of a process of the cluster, which learns once what strategies do. */
final class ProcessSweep {
  private static final Map<List<String>, Sweep> SWEEPS = new ConcurrentHashMap<>();

  private ProcessSweep() {}

  /**
   * The sweep of this process.
   *
   * @param tried the strategies that are tried; empty for all that there are
   */
  static Sweep of(List<String> tried) {
    return SWEEPS.computeIfAbsent(tried, ProcessSweep::begin);
  }

  private static Sweep begin(List<String> tried) {
    // The digits of rows aren't those of a machine's owner.
    Locale.setDefault(Locale.ROOT);
    StrategyCatalogue catalogue = new StrategyCatalogue(StrategyCatalogue.onClassPath());
    Surveyor surveyor = new Surveyor(catalogue.named(tried), DefaultSettings.of());
    return new Sweep(catalogue, tried, surveyor::survey);
  }
}
