package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Bundled;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.products.results.ServerResult;
import dev.onbehalf.products.results.StrategyScore;
import dev.onbehalf.reports.html.HtmlProducts;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.Behaviour;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strategies by products: how many policies of the scenarios that come with the program each
 * enforces there, by what a server of the product answered or else by its profile.
 */
record ProductTable(List<Column> columns) {
  ProductTable {
    columns = List.copyOf(columns);
  }

  static ProductTable of(Engine engine) {
    return new ProductTable(
        Profiles.all().stream().map(profile -> Column.of(profile, engine)).toList());
  }

  private List<String> strategies() {
    return columns.stream()
        .flatMap(column -> column.scores().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** As a table in Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(line("strategy", columns.stream().map(column -> column.profile().name()).toList()));
    lines.add("|---|" + "---|".repeat(columns.size()));
    strategies().forEach(strategy -> lines.add(line("`" + strategy + "`", cells(strategy))));
    lines.add(line("*how known*", columns.stream().map(Column::known).toList()));
    lines.add(line("*requests agreed*", columns.stream().map(Column::agreed).toList()));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |";
  }

  private List<String> cells(String strategy) {
    return columns.stream().map(column -> column.cell(strategy)).toList();
  }

  /** As the page. */
  String html() {
    return HtmlProducts.render(
        Bundled.SCENARIOS.size(),
        columns.stream().map(Column::view).toList(),
        strategies().stream()
            .map(strategy -> new HtmlProducts.Row(strategy, cells(strategy)))
            .toList());
  }

  /** As lines, product by product. */
  List<String> lines() {
    return columns.stream().flatMap(Column::lines).toList();
  }

  /**
   * A product.
   *
   * @param measured the day that a server last answered otherwise than before, if one answered
   */
  record Column(
      Profile profile, Optional<String> measured, SortedMap<String, StrategyScore> scores) {
    Column {
      scores = new TreeMap<>(scores);
    }

    static Column of(Profile profile, Engine engine) {
      List<ServerResult> saved =
          Bundled.SCENARIOS.stream()
              .flatMap(scenario -> ServerResult.saved(scenario, profile.name()).stream())
              .toList();
      Behaviours behaviours = new Behaviours();
      Stream<StrategyScore> scores =
          saved.size() == Bundled.SCENARIOS.size()
              ? saved.stream().flatMap(result -> result.strategies().stream())
              : Bundled.SCENARIOS.stream()
                  .flatMap(name -> scores(name, profile, engine, behaviours));
      SortedMap<String, StrategyScore> sums = new TreeMap<>();
      scores.forEach(score -> sums.merge(score.strategy(), score, StrategyScore::plus));
      return new Column(
          profile, saved.stream().map(ServerResult::date).max(String::compareTo), sums);
    }

    private static Stream<StrategyScore> scores(
        String name, Profile profile, Engine engine, Behaviours behaviours) {
      Scenario scenario = scenario(name);
      TruthTable truth = new TruthTable(scenario);
      SimulationSettings settings = DefaultSettings.of().omitting(profile.omitted());
      int[] deciding =
          IntStream.range(0, scenario.policies().size())
              .filter(policy -> !truth.isVacuous(policy))
              .toArray();
      return profile.carriedOf(engine.strategies().all()).stream()
          .map(
              strategy ->
                  profile.carries(strategy.about().name(), Probe.longestPath(scenario))
                      ? score(behaviours.of(strategy, scenario, settings), truth, deciding)
                      : new StrategyScore(strategy.about().name(), 0, 0, 0, deciding.length));
    }

    private static StrategyScore score(Behaviour behaviour, TruthTable truth, int[] deciding) {
      About about = behaviour.strategy().about();
      ExactScore score = new ExactScore(truth, about.proof(), behaviour.cheats());
      return new StrategyScore(
          about.name(),
          0,
          (int) IntStream.of(deciding).filter(score::withstands).count(),
          (int) IntStream.of(deciding).filter(score::isEnforced).count(),
          deciding.length);
    }

    private static Scenario scenario(String name) {
      try {
        return ScenarioReader.read(name, Bundled.scenario(name, name).getBytes(UTF_8));
      } catch (InvalidScenarioException e) {
        throw new IllegalStateException(e);
      }
    }

    String cell(String strategy) {
      return Optional.ofNullable(scores.get(strategy)).map(StrategyScore::words).orElse("");
    }

    /** Whether a server answered, or whose word it is. */
    String known() {
      return measured
          .map(day -> "measured on a server, " + day)
          .orElseGet(() -> String.join(", ", profile.marks()) + ", " + profile.date());
    }

    String agreed() {
      return requests() == 0 ? "" : requests() + " of " + requests();
    }

    private long requests() {
      return scores.values().stream().mapToLong(StrategyScore::requests).sum();
    }

    HtmlProducts.Product view() {
      return new HtmlProducts.Product(
          profile.name(),
          profile.product(),
          known(),
          requests(),
          profile.claimLines(),
          profile.changes());
    }

    Stream<String> lines() {
      String agreed = measured.isEmpty() ? "" : "; %s requests agreed".formatted(agreed());
      return Stream.concat(
          Stream.of(profile.name() + ": " + profile.product(), "  " + known() + agreed),
          scores.values().stream().map(score -> "  " + score.strategy() + " " + score.words()));
    }
  }
}
