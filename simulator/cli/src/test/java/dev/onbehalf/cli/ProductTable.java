package dev.onbehalf.cli;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Strategies by products: how many policies of all scenarios each enforces there. */
final class ProductTable {
  private static final List<String> PRODUCTS = Profiles.names();

  private final SortedMap<String, SortedMap<String, Score>> rows = new TreeMap<>();

  private ProductTable() {}

  static String render(List<Path> scenarios) throws IOException {
    ProductTable table = new ProductTable();
    for (Path file : scenarios) {
      byte[] bytes = Files.readAllBytes(file);
      for (Profile profile : Profiles.all()) {
        table.add(profile, scenario(file, bytes), ScenarioSource.of(file.toString(), bytes));
      }
    }
    return table.text();
  }

  private static Scenario scenario(Path file, byte[] bytes) {
    try {
      return ScenarioReader.read(file.toString(), bytes);
    } catch (InvalidScenarioException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Profile profile, Scenario scenario, ScenarioSource source) {
    Simulator.run(
            scenario,
            source,
            profile.carriedOf(Engine.real().strategies().all()),
            SimulationSettings.byDefault().exactAlone().omitting(profile.omitted()),
            Progress.NONE)
        .strategies()
        .forEach(result -> add(profile.name(), result));
  }

  private void add(String profile, StrategyResult result) {
    rows.computeIfAbsent(result.name(), any -> new TreeMap<>())
        .merge(profile, Score.of(result), Score::plus);
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add("| strategy | " + String.join(" | ", PRODUCTS) + " |");
    lines.add("|---|" + "---|".repeat(PRODUCTS.size()));
    rows.forEach((strategy, scores) -> lines.add(row(strategy, scores)));
    return String.join("\n", lines) + "\n";
  }

  private static String row(String strategy, SortedMap<String, Score> scores) {
    List<String> cells =
        PRODUCTS.stream()
            .map(product -> scores.containsKey(product) ? scores.get(product).cell() : "")
            .toList();
    return "| `" + strategy + "` | " + String.join(" | ", cells) + " |";
  }

  /** How many policies are enforced, also while callers are honest. */
  private record Score(int enforced, int ifHonest, int of) {
    static Score of(StrategyResult result) {
      return new Score(result.withstands(), result.enforced(), result.of());
    }

    Score plus(Score other) {
      return new Score(enforced + other.enforced, ifHonest + other.ifHonest, of + other.of);
    }

    String cell() {
      return enforced == ifHonest
          ? enforced + " of " + of
          : "%d of %d, %d if callers are honest".formatted(enforced, of, ifHonest);
    }
  }
}
