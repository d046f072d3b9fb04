package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.WorldScorer;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.sweep.RandomScenario;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures how the processor time of `score` grows in users, agents, resources and policies, and
 * prints the table of the simulator's README. No test: times differ from machine to machine.
 */
final class ScoreCurves {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Users, agents, resources, policies and groups where they aren't varied. */
  private static final List<Integer> BASE = List.of(100_000, 1_000, 10_000, 500, 50);

  private static final List<String> AXES = List.of("users", "agents", "resources", "policies");
  private static final List<List<Integer>> SIZES =
      List.of(
          List.of(1_000, 100_000, 10_000_000),
          List.of(100, 1_000, 10_000),
          List.of(1_000, 30_000, 1_000_000),
          List.of(250, 500, 1_000, 2_000));

  private final List<CredentialStrategy> strategies =
      ServiceLoader.load(CredentialStrategy.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** One world, and the seconds that its score took. */
  private record Measured(int size, WorldResult result, double seconds) {}

  public static void main(String... args) throws Exception {
    ScoreCurves curves = new ScoreCurves();
    curves.measure(BASE, 0);
    System.out.println("| varied | sizes | requests | processor seconds | slope |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (int axis = 0; axis < AXES.size(); axis++) {
      System.out.println(curves.row(axis));
    }
  }

  private String row(int axis) throws Exception {
    List<Measured> points = new ArrayList<>();
    for (int size : SIZES.get(axis)) {
      List<Integer> sizes = new ArrayList<>(BASE);
      sizes.set(axis, size);
      points.add(measure(sizes, axis));
    }
    return "| %s | %s | %s | %s | %.2f |"
        .formatted(
            AXES.get(axis),
            joined(points, "%,d", Measured::size),
            joined(points, "%.0e", point -> point.result().scenario().requests().doubleValue()),
            joined(points, "%.2f", Measured::seconds),
            slope(points));
  }

  private static String joined(
      List<Measured> points, String format, Function<Measured, Object> value) {
    return points.stream()
        .map(point -> format.formatted(value.apply(point)))
        .collect(Collectors.joining(", "));
  }

  private Measured measure(List<Integer> sizes, int axis) throws Exception {
    StringBuilder yaml = new StringBuilder();
    new RandomScenario(
            sizes.get(0), sizes.get(1), sizes.get(4), 0, 0, sizes.get(2), sizes.get(3), 0, true)
        .lines(1)
        .forEachRemaining(line -> yaml.append(line).append('\n'));
    byte[] bytes = yaml.toString().getBytes(UTF_8);
    long start = PROCESS.getProcessCpuTime();
    Scenario scenario = ScenarioReader.read("world.yaml", bytes);
    WorldResult result =
        WorldScorer.run(
            scenario, ScenarioSource.of("world.yaml", bytes), strategies, DefaultSettings.of());
    return new Measured(sizes.get(axis), result, (PROCESS.getProcessCpuTime() - start) / 1e9);
  }

  /** The slope of the line through the logarithms that is nearest in squares. */
  private static double slope(List<Measured> points) {
    double x = points.stream().mapToDouble(one -> Math.log(one.size())).average().orElseThrow();
    double y = points.stream().mapToDouble(one -> Math.log(one.seconds())).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (Measured one : points) {
      above += (Math.log(one.size()) - x) * (Math.log(one.seconds()) - y);
      below += (Math.log(one.size()) - x) * (Math.log(one.size()) - x);
    }
    return above / below;
  }
}
