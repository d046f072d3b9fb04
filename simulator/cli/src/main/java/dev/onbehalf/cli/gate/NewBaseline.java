package dev.onbehalf.cli.gate;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.AllocationGate;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.jmh.gate.Role;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.jmh.gate.SavedBaseline;
import dev.onbehalf.jmh.gate.TimeAdvice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures what a baseline file holds. */
final class NewBaseline {
  private NewBaseline() {}

  static SavedBaseline measure(GateContext context)
      throws IncomparableException, MeasurementException {
    Inventory inventory = context.candidate();
    List<String> names = List.copyOf(inventory.strategies().keySet());
    Build build = new Build(Role.CANDIDATE, context.build().classPath(), 0);
    SortedMap<String, String> artifact = new TreeMap<>(context.build().facts());
    artifact.put("saved", LocalDate.now(ZoneOffset.UTC).toString());
    return new SavedBaseline(
        artifact,
        Machine.environment(),
        inventory,
        AllocationGate.measure(context.forks(), List.of(build), names).get(0),
        TimeAdvice.measure(
            context.forks(), build, Row.all(names), context.options().seed(), context.progress()));
  }
}
