package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far what was measured is to be believed, in a clause. */
public final class Doubts {
  private static final double WIDE = 0.05;

  private final List<Timing> timings;

  private Doubts(List<Timing> timings) {
    this.timings = timings;
  }

  /** The clause, after a comma; nothing where there is no doubt. */
  public static String about(List<Timing> timings) {
    Doubts doubts = new Doubts(timings);
    return Stream.of(doubts.unsteady(), doubts.uncertain())
        .flatMap(Optional::stream)
        .map(doubt -> ", " + doubt)
        .collect(Collectors.joining());
  }

  private Optional<String> unsteady() {
    long unsteady = timings.stream().mapToLong(Doubts::unsteady).sum();
    return unsteady == 0
        ? Optional.empty()
        : Optional.of("%d of %d steps not steady".formatted(unsteady, steps().count()));
  }

  private static long unsteady(Timing timing) {
    return timing.steps().stream()
        .flatMap(step -> step.steadyForks().stream())
        .filter(steady -> steady < timing.forks())
        .count();
  }

  private Optional<String> uncertain() {
    return timings.stream().anyMatch(timing -> timing.forks() == 1)
        ? Optional.of("no interval from one fork")
        : widest()
            .filter(half -> half > WIDE)
            .map(half -> "the widest interval ±" + Numbers.percent(half));
  }

  /** Where there is no floor, nanoseconds that nobody misses can be many percent. */
  private Optional<Double> widest() {
    return steps()
        .filter(step -> step.multipleOfFloor().isPresent())
        .flatMap(step -> step.relativeHalfWidth().stream())
        .max(Double::compare);
  }

  private Stream<Operation> steps() {
    return timings.stream().flatMap(timing -> timing.steps().stream());
  }
}
