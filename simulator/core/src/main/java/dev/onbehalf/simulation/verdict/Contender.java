package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A strategy with its result, which can be scored again on a scenario that differs in policies,
 * default or chains: nothing else of the result depends on these.
 *
 * @param candidate what it brings into a plan
 * @param strategy guarded, with the proof that it gives in the scenario
 * @param cheats what points can be made to see by cheating callers of a scenario
 * @param meets whether it meets what a scenario requires beside the policies
 */
public record Contender(
    StrategyResult result,
    PlanCandidate candidate,
    CredentialStrategy strategy,
    Function<Scenario, Map<RouteShape.Pattern, List<RouteShape>>> cheats,
    Predicate<Scenario> meets) {
  /** The order of cost where these pieces of machinery are there already. */
  public static Comparator<Contender> cheapestFirst(List<String> have) {
    return Comparator.comparing(Contender::result, Costs.cheapestFirst(have));
  }

  /** The same with a result that says more. */
  public Contender with(StrategyResult fuller) {
    return new Contender(fuller, candidate, strategy, cheats, meets);
  }

  /** Whether the strategy would be eligible if the scenario were this one. */
  boolean isEligible(Scenario changed, TruthTable truth) {
    return result.ruledOutBy().stream().allMatch(Requirement.words()::contains)
        && score(changed, truth).suffices()
        && meets.test(changed);
  }

  /** What the strategy can enforce if the scenario is this one. */
  public ExactScore score(Scenario changed, TruthTable truth) {
    return new ExactScore(truth, strategy.about().proof(), cheats.apply(changed));
  }
}
