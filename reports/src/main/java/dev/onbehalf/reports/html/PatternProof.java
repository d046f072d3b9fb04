package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Matrix.Column;
import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.Pattern;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why strategies that fare alike fall short: two requests that look the same and need opposite
 * answers.
 *
 * @param policy the first policy that they fall short of
 * @param witness what the first of them shows; empty when the result holds none
 * @param open whether it is the one to read: that of the closest cheaper strategy
 * @param others the other policies, by the reason for which they fall
 * @param more how many policies fall besides
 */
public record PatternProof(
    Column column,
    PolicyFacts policy,
    Outcome outcome,
    List<WitnessView> witness,
    boolean open,
    List<Also> others,
    int more) {
  private static final int MOST = 20;

  static List<PatternProof> of(SimulationResult result) {
    Optional<Pattern> closest = Pattern.closest(Pattern.of(result));
    return Pattern.of(result).stream()
        .map(pattern -> Column.of(result, pattern))
        .filter(column -> !column.pattern().shortfalls(result).isEmpty())
        .map(column -> of(result, column, closest.equals(Optional.of(column.pattern()))))
        .toList();
  }

  private static PatternProof of(SimulationResult result, Column column, boolean open) {
    Pattern pattern = column.pattern();
    List<PolicyFacts> failing = pattern.shortfalls(result);
    PolicyFacts first = failing.get(0);
    // Of many policies only some are proved, and nothing is said of why the others fall.
    boolean proved = !sentence(pattern, first).isEmpty();
    List<PolicyFacts> told =
        failing.stream()
            .filter(policy -> !proved || !sentence(pattern, policy).isEmpty())
            .limit(MOST)
            .toList();
    return new PatternProof(
        column,
        first,
        pattern.outcome(first),
        pattern.shown().witness(first).map(WitnessView::of).stream().toList(),
        open,
        others(pattern, first, told.subList(1, told.size())),
        failing.size() - told.size());
  }

  private static List<Also> others(Pattern pattern, PolicyFacts first, List<PolicyFacts> rest) {
    String same = sentence(pattern, first);
    Map<String, List<PolicyFacts>> byReason = new LinkedHashMap<>();
    rest.forEach(
        policy ->
            byReason
                .computeIfAbsent(sentence(pattern, policy), any -> new ArrayList<>())
                .add(policy));
    return byReason.entrySet().stream()
        .map(
            reason ->
                new Also(
                    reason.getValue().stream().map(PolicyFacts::id).toList(),
                    reason.getKey().equals(same) ? "" : reason.getKey()))
        .toList();
  }

  private static String sentence(Pattern pattern, PolicyFacts policy) {
    return pattern.shown().witness(policy).map(Witness::sentence).orElse("");
  }

  /** The word for the outcome in the style sheet. */
  public String style() {
    return Matrix.style(outcome);
  }

  /** A sign for those who see it. */
  public String sign() {
    return OutcomeWords.sign(outcome);
  }

  /** The outcome in words. */
  public String words() {
    return OutcomeWords.words(outcome);
  }

  /** Policies that fall, too, and for what other reason; empty for the same. */
  public record Also(List<String> policies, String reason) {}
}
