package dev.onbehalf.reports.terminal;

import static dev.onbehalf.reports.terminal.TerminalReport.counted;

import dev.onbehalf.reports.words.PlanWords;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.result.WorldResult.PatternProof;
import dev.onbehalf.simulation.result.WorldResult.PolicyPattern;
import dev.onbehalf.simulation.result.WorldResult.StrategyScore;
import dev.onbehalf.simulation.result.WorldResult.WorldFacts;
import dev.onbehalf.simulation.result.WorldResult.WorldVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the exact score alone says of a scenario, in a few lines. */
public final class WorldReport {
  private static final int MOST_PROOFS = 3;
  private static final int MOST_GROUNDS = 2;

  private WorldReport() {}

  /** The lines. */
  public static List<String> lines(WorldResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(sizes(result.scenario()));
    verdict(result).forEach(lines::add);
    grounds(result.verdict()).forEach(lines::add);
    lines.add(
        "actions on resources by what they need: "
            + result.needs().entrySet().stream()
                .map(need -> "%s %,d".formatted(need.getKey(), need.getValue()))
                .collect(Collectors.joining(", ")));
    plan(result).forEach(lines::add);
    lines.add("%-30s %9s %9s %9s".formatted("cheapest first", "enforced", "if honest", "of"));
    result.strategies().stream().map(WorldReport::line).forEach(lines::add);
    proofs(result).forEach(lines::add);
    vacuous(result).ifPresent(lines::add);
    return lines;
  }

  /** One for the policies that fare alike under all strategies. */
  private static Stream<String> proofs(WorldResult result) {
    List<String> proofs = result.patterns().stream().flatMap(WorldReport::proved).toList();
    return Stream.concat(
        proofs.stream().limit(MOST_PROOFS),
        Stream.of("%,d more proofs of others: see the file")
            .filter(any -> proofs.size() > MOST_PROOFS)
            .map(more -> more.formatted(proofs.size() - MOST_PROOFS)));
  }

  private static Optional<String> vacuous(WorldResult result) {
    int vacuous = result.scenario().policies() - result.strategies().get(0).of();
    return vacuous == 0
        ? Optional.empty()
        : Optional.of(counted(vacuous, "policy decides", "policies decide") + " nothing");
  }

  private static String sizes(WorldFacts scenario) {
    return "%s: %s, %s, %s, %s, %,d requests"
        .formatted(
            scenario.name(),
            counted(scenario.users(), "user", "users"),
            counted(scenario.agents(), "agent", "agents"),
            counted(scenario.resources(), "resource", "resources"),
            counted(scenario.policies(), "policy", "policies"),
            scenario.requests());
  }

  private static Stream<String> verdict(WorldResult result) {
    WorldVerdict verdict = result.verdict();
    return Stream.of(
        "on-behalf-of is %s; needed at most: %s"
            .formatted(words(verdict), verdict.needs().sentence()),
        result.scenario().require().isEmpty()
            ? recommended(verdict)
            : leftToARun(result.scenario()));
  }

  private static String leftToARun(WorldFacts scenario) {
    String required =
        scenario.require().entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(", "));
    return ("nothing is recommended: whether strategies meet `require: {%s}` is learned from calls,"
            + " which `java -jar sim.jar %s --no-bench` plays if it isn't too large for a run")
        .formatted(required, scenario.file());
  }

  /** What the verdict rests on, as far as a few lines hold it; the file has the rest. */
  private static Stream<String> grounds(WorldVerdict verdict) {
    List<Ground> all = verdict.becauseOf();
    List<Ground> untried = all.stream().filter(WorldReport::isUntried).toList();
    List<Ground> grounds = all.stream().filter(ground -> !isUntried(ground)).toList();
    int shown = grounds.size() <= MOST_GROUNDS + 1 ? grounds.size() : MOST_GROUNDS;
    return Stream.of(
            Stream.concat(grounds.stream().limit(shown), untried.stream()).map(Ground::sentence),
            Stream.of("%,d other changes make it another verdict: see the file")
                .filter(any -> shown < grounds.size())
                .map(more -> more.formatted(grounds.size() - shown)),
            Stream.of("no single change makes it another verdict")
                .filter(any -> all.isEmpty() && verdict.recommended().isPresent()))
        .flatMap(lines -> lines)
        .map("  "::concat);
  }

  private static boolean isUntried(Ground ground) {
    return ground.kind() == Ground.Kind.UNTRIED;
  }

  private static Stream<String> plan(WorldResult result) {
    return Stream.concat(
        Stream.of(PlanWords.AS_GOOD).filter(any -> PlanWords.isAsGood(result)),
        PlanWords.of(result).stream().flatMap(WorldReport::lines));
  }

  private static Stream<String> lines(PlanWords plan) {
    return Stream.of(
            Stream.of("a strategy for each resource"),
            plan.strategies().stream().map("  "::concat),
            Stream.of("  " + plan.reason(), "  " + plan.price()),
            IntStream.range(0, plan.steps().size())
                .mapToObj(step -> "  %d. %s".formatted(step, plan.steps().get(step))))
        .flatMap(lines -> lines);
  }

  private static String recommended(WorldVerdict verdict) {
    return verdict
            .recommended()
            .map("use "::concat)
            .orElse("none of these strategies enforces everything")
        + verdict
            .withoutJointEvidence()
            .filter(name -> !verdict.recommended().equals(Optional.of(name)))
            .map(name -> ", or %s, which does without user and agent together".formatted(name))
            .orElse("");
  }

  private static String words(WorldVerdict verdict) {
    return verdict.onBehalfOf().word().replace('-', ' ');
  }

  private static String line(StrategyScore score) {
    return "%-30s %,9d %,9d %,9d"
        .formatted(score.name(), score.withstands(), score.enforced(), score.of());
  }

  private static Stream<String> proved(PolicyPattern pattern) {
    return pattern.proofs().stream().limit(1).map(proof -> proved(pattern, proof));
  }

  private static String proved(PolicyPattern pattern, PatternProof proof) {
    String first =
        "%s (line %d)".formatted(pattern.examples().get(0).id(), pattern.examples().get(0).line());
    int others = pattern.policies() - 1;
    return "%s under %s: %s"
        .formatted(
            others == 0 ? first + " fails" : "%s and %,d alike fail".formatted(first, others),
            proof.strategy(),
            proof.sentence());
  }
}
