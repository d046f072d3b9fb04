package dev.onbehalf.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.reports.ResultBuilder;
import dev.onbehalf.reports.Samples;
import dev.onbehalf.reports.StrategyBuilder;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SharedDesign;
import dev.onbehalf.simulation.result.SharedDesign.Served;
import dev.onbehalf.simulation.result.SharedDesign.Step;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What serves several scenarios best is the best of everything that there is to choose from. */
final class SharedDesignWordsTest {
  private static final List<Machinery> PIECES =
      List.of(
          Machinery.AGENT_CLIENTS,
          Machinery.TOKEN_EXCHANGE,
          Machinery.AGENT_AWARE_RESOURCES,
          Machinery.MUTUAL_TLS);

  private final Random random = new Random(15);

  @Test
  void sentences_countScenariosAndPolicies() {
    SimulationResult first =
        result(
            2,
            List.of(),
            strategy("plain", 1, 2),
            strategy("exchange", 2, 2, Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE),
            strategy("mesh", 2, 2, Machinery.MUTUAL_TLS));
    SimulationResult second =
        result(
            3,
            List.of("token-exchange"),
            strategy("plain", 1, 3),
            strategy("mesh", 1, 3, Machinery.MUTUAL_TLS),
            strategy("exchange", 3, 3, Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE));
    assertEquals(
        Optional.of(
            new SharedDesignWords(
                Optional.of("exchange for all: 2 of 2 scenarios in full, 5 of 5 policies"),
                List.of(
                    "each by its best strategy, as it is: 0 of 2 scenarios in full, 2 of 5 policies",
                    "and with agent-clients: 1 of 2 scenarios in full, 4 of 5 policies",
                    "and with token-exchange: 2 of 2 scenarios in full, 5 of 5 policies"))),
        SharedDesignWords.of(List.of(first, second)));
    assertEquals(Optional.empty(), SharedDesignWords.of(List.of(first)));
  }

  @Test
  void whatIsRuledOut_servesNothing() {
    SimulationResult open = result(1, List.of(), strategy("plain", 0, 1), strategy("mesh", 1, 1));
    StrategyResult ruledOut =
        StrategyBuilder.of(strategy("mesh", 1, 1), "mesh").ruledOutBy(List.of("gateway")).build();
    SimulationResult closed =
        ResultBuilder.of(open).strategies(List.of(strategy("plain", 0, 1), ruledOut)).build();
    SharedDesign design = SharedDesign.of(List.of(open, closed));
    assertEquals(new Served(1, 1), design.single().orElseThrow().served());
    assertEquals(new Served(1, 1), design.steps().get(0).served());
  }

  @Test
  void design_ofRandomScenarios_isTheBestOfAll() {
    for (int run = 0; run < 500; run++) {
      List<SimulationResult> results = results();
      SharedDesign design = SharedDesign.of(results);
      assertSingleIsBest(design, results);
      assertFewestPiecesServeMost(design, results);
      assertStepsGainMost(design, results);
    }
  }

  private static void assertSingleIsBest(SharedDesign design, List<SimulationResult> results) {
    Map<String, Served> all = new HashMap<>();
    for (SimulationResult result : results) {
      for (StrategyResult one : result.strategies()) {
        int full = one.withstands() == result.countedPolicies() ? 1 : 0;
        all.merge(
            one.name(),
            new Served(full, one.withstands()),
            (a, b) -> new Served(a.scenarios() + b.scenarios(), a.policies() + b.policies()));
      }
    }
    Served found = design.single().orElseThrow().served();
    assertEquals(all.get(design.single().orElseThrow().strategy()), found);
    assertTrue(all.values().stream().noneMatch(one -> isMore(one, found)));
  }

  private static boolean isMore(Served one, Served other) {
    return one.scenarios() > other.scenarios()
        || (one.scenarios() == other.scenarios() && one.policies() > other.policies());
  }

  private static void assertFewestPiecesServeMost(
      SharedDesign design, List<SimulationResult> results) {
    Served most = served(results, EnumSet.allOf(Machinery.class));
    assertEquals(most, served(results, Set.copyOf(design.machinery())));
    int fewest =
        subsets(PIECES).stream()
            .filter(set -> served(results, set).equals(most))
            .mapToInt(Set::size)
            .min()
            .orElseThrow();
    assertEquals(fewest, design.machinery().size());
  }

  private static void assertStepsGainMost(SharedDesign design, List<SimulationResult> results) {
    Set<Machinery> built = EnumSet.noneOf(Machinery.class);
    assertEquals(List.of(), design.steps().get(0).adds());
    for (Step step : design.steps()) {
      Set<Machinery> missing = EnumSet.copyOf(PIECES);
      missing.retainAll(design.machinery());
      missing.removeAll(built);
      if (!step.adds().isEmpty()) {
        double gain = gain(results, built, step.adds());
        assertTrue(gain > 0);
        for (Set<Machinery> other : subsets(List.copyOf(missing))) {
          assertTrue(other.isEmpty() || gain(results, built, other) <= gain);
        }
      }
      built.addAll(step.adds());
      assertEquals(served(results, built), step.served());
    }
  }

  private static double gain(
      List<SimulationResult> results, Set<Machinery> built, Iterable<Machinery> adds) {
    Set<Machinery> more = EnumSet.noneOf(Machinery.class);
    adds.forEach(more::add);
    int pieces = more.size();
    more.addAll(built);
    return (double) (served(results, more).policies() - served(results, built).policies()) / pieces;
  }

  /**
   * By the definition: in each scenario the best strategy that runs, of those that grow by a
   * product only one that does more than any other.
   */
  private static Served served(List<SimulationResult> results, Set<Machinery> built) {
    int full = 0;
    int policies = 0;
    for (SimulationResult result : results) {
      int additive =
          result.strategies().stream()
              .filter(one -> one.cost().standing().growth() == Growth.ADDITIVE)
              .mapToInt(StrategyResult::withstands)
              .max()
              .orElse(-1);
      int most =
          result.strategies().stream()
              .filter(
                  one ->
                      one.cost().standing().growth() == Growth.ADDITIVE
                          || one.withstands() > additive)
              .filter(
                  one ->
                      one.machinery().stream()
                          .allMatch(
                              piece ->
                                  built.contains(piece)
                                      || result.scenario().have().contains(piece.word())))
              .mapToInt(StrategyResult::withstands)
              .max()
              .orElse(-1);
      full += most == result.countedPolicies() ? 1 : 0;
      policies += Math.max(most, 0);
    }
    return new Served(full, policies);
  }

  private static List<Set<Machinery>> subsets(List<Machinery> pieces) {
    return IntStream.range(0, 1 << pieces.size())
        .mapToObj(
            set -> {
              Set<Machinery> subset = EnumSet.noneOf(Machinery.class);
              IntStream.range(0, pieces.size())
                  .filter(i -> (set >>> i & 1) != 0)
                  .forEach(i -> subset.add(pieces.get(i)));
              return subset;
            })
        .toList();
  }

  private List<SimulationResult> results() {
    List<List<Machinery>> machinery =
        IntStream.range(0, 4).mapToObj(any -> some(PIECES, 0.5)).toList();
    int growing = random.nextInt(6);
    List<SimulationResult> results = new ArrayList<>();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      int policies = 1 + random.nextInt(4);
      StrategyResult[] strategies =
          IntStream.range(0, machinery.size())
              .mapToObj(
                  i ->
                      strategy(
                          "s" + i,
                          i == growing ? Growth.MULTIPLICATIVE : Growth.ADDITIVE,
                          random.nextInt(policies + 1),
                          policies,
                          machinery.get(i)))
              .toArray(StrategyResult[]::new);
      List<String> have = some(PIECES, 0.2).stream().map(Machinery::word).toList();
      results.add(result(policies, have, strategies));
    }
    return results;
  }

  private List<Machinery> some(List<Machinery> pieces, double share) {
    return pieces.stream().filter(piece -> random.nextDouble() < share).toList();
  }

  private static SimulationResult result(
      int policies, List<String> have, StrategyResult... strategies) {
    return ResultBuilder.of(
            new ScenarioFacts(
                "world",
                Optional.empty(),
                "world.yaml",
                "",
                1,
                1,
                1,
                policies,
                1,
                have,
                List.of(),
                Map.of(),
                0))
        .policies(
            IntStream.range(0, policies)
                .mapToObj(i -> Samples.policy("p" + i, i, "anyone MAY use x", Effect.MAY))
                .toList())
        .strategies(List.of(strategies))
        .build();
  }

  private static StrategyResult strategy(
      String name, int holding, int policies, Machinery... machinery) {
    return strategy(name, Growth.ADDITIVE, holding, policies, List.of(machinery));
  }

  private static StrategyResult strategy(
      String name, Growth growth, int holding, int policies, List<Machinery> machinery) {
    return StrategyBuilder.of(name, Samples.cost(growth, "user"))
        .needing(machinery)
        .scores(
            IntStream.range(0, policies)
                .mapToObj(i -> i < holding ? Samples.holds("p" + i) : Samples.fails("p" + i))
                .toList())
        .build();
  }
}
