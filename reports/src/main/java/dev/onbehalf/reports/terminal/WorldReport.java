package dev.onbehalf.reports.terminal;

import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.result.WorldResult.PatternProof;
import dev.onbehalf.simulation.result.WorldResult.PolicyPattern;
import dev.onbehalf.simulation.result.WorldResult.StrategyScore;
import dev.onbehalf.simulation.result.WorldResult.WorldVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the exact score alone says of a scenario, in a few lines. */
public final class WorldReport {
  private static final int MOST_PROOFS = 3;

  private WorldReport() {}

  /** The lines. */
  public static List<String> lines(WorldResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %,d users, %,d agents, %,d resources, %,d policies, %,d requests"
            .formatted(
                result.scenario().name(),
                result.scenario().users(),
                result.scenario().agents(),
                result.scenario().resources(),
                result.scenario().policies(),
                result.scenario().requests()));
    verdict(result).forEach(lines::add);
    lines.add(
        "needs: "
            + result.needs().entrySet().stream()
                .map(need -> "%s at %,d".formatted(need.getKey(), need.getValue()))
                .collect(Collectors.joining(", ")));
    lines.add("%-30s %9s %9s %9s".formatted("strategy", "honest", "cheating", "of"));
    result.strategies().stream().map(WorldReport::line).forEach(lines::add);
    result.patterns().stream().flatMap(WorldReport::proved).limit(MOST_PROOFS).forEach(lines::add);
    return lines;
  }

  private static Stream<String> verdict(WorldResult result) {
    WorldVerdict verdict = result.verdict();
    return Stream.of(
        "on-behalf-of is %s: %s".formatted(words(verdict), verdict.needs().sentence()),
        result.scenario().require().isEmpty()
            ? "use " + recommended(verdict)
            : "what to use is left to a run, which measures what is required: "
                + String.join(", ", result.scenario().require().keySet()));
  }

  private static String recommended(WorldVerdict verdict) {
    return verdict.recommended().orElse("nothing: no strategy enforces everything")
        + verdict
            .withoutJointEvidence()
            .filter(name -> !verdict.recommended().equals(Optional.of(name)))
            .map(name -> ", or without user and agent together " + name)
            .orElse("");
  }

  private static String words(WorldVerdict verdict) {
    return verdict.onBehalfOf().word().replace('-', ' ');
  }

  private static String line(StrategyScore score) {
    return "%-30s %,9d %,9d %,9d"
        .formatted(score.name(), score.enforced(), score.withstands(), score.of());
  }

  private static Stream<String> proved(PolicyPattern pattern) {
    return pattern.proofs().stream().limit(1).map(proof -> proved(pattern, proof));
  }

  private static String proved(PolicyPattern pattern, PatternProof proof) {
    return "%s (%,d alike) fails under %s: %s"
        .formatted(
            pattern.examples().get(0).id(), pattern.policies(), proof.strategy(), proof.sentence());
  }
}
