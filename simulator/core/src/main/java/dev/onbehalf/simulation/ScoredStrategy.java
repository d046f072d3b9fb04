package dev.onbehalf.simulation;

import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.verdict.PlanCandidate;

/** What one run found out of a strategy, for the result and for the plan. */
record ScoredStrategy(StrategyResult result, PlanCandidate candidate) {}
