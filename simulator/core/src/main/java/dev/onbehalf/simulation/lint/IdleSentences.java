package dev.onbehalf.simulation.lint;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.score.PolicyOverlaps;
import dev.onbehalf.simulation.score.PolicyOverlaps.Finding;
import dev.onbehalf.simulation.score.PolicyOverlaps.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sentences that change nothing, and those that permit more than was probably meant. */
final class IdleSentences {
  private static final int MOST_LINES = 5;

  private final Scenario scenario;
  private final List<Position> places = new ArrayList<>();
  private final List<Boolean> isPartOfOnly = new ArrayList<>();
  private final Set<String> permittedOnPath;

  /** By the position of the policy. */
  private final Map<Integer, Finding> findings = new TreeMap<>();

  IdleSentences(Scenario scenario, Places places) {
    this.scenario = scenario;
    for (List<Word> sentence : places.sentences()) {
      boolean two = sentence.stream().anyMatch(word -> word.is(Keywords.ONLY));
      for (int i = 0; i < (two ? 2 : 1); i++) {
        this.places.add(places.position(sentence.get(0).span()));
        isPartOfOnly.add(two);
      }
    }
    permittedOnPath = permittedOnPath(scenario);
    findings(scenario).forEach(finding -> findings.put(finding.policy(), finding));
  }

  Stream<Warning> warnings() {
    return Stream.concat(
        findings.values().stream().filter(this::isWorthSaying).map(this::warning),
        IntStream.range(0, scenario.policies().size())
            .filter(this::permitsMoreThanOthers)
            .mapToObj(
                policy ->
                    new Warning(
                        places.get(policy),
                        "without a path this permits it through every agent, too; for calls in"
                            + " person alone, write `directly`")));
  }

  private static List<Finding> findings(Scenario scenario) {
    try {
      return PolicyOverlaps.in(scenario);
    } catch (ScenarioTooLargeException e) {
      // Whoever runs the scenario is told.
      return List.of();
    }
  }

  /**
   * A sentence with {@code only} is two policies, of which one has its use as long as the other
   * has: the MAY is spoken of, which is the first.
   */
  private boolean isWorthSaying(Finding finding) {
    return !isPartOfOnly.get(finding.policy())
        || (policy(finding).effect() == Effect.MAY
            && (!isOfSameEffect(finding.kind()) || findings.containsKey(finding.policy() + 1)));
  }

  private static boolean isOfSameEffect(Kind kind) {
    return kind == Kind.REPEATED || kind == Kind.COVERED;
  }

  private Warning warning(Finding finding) {
    return new Warning(places.get(finding.policy()), message(finding));
  }

  /** Whether not a part alone of one sentence is what another says. */
  private boolean saysTheSame(Finding finding) {
    int policy = finding.policy();
    if (finding.kind() != Kind.REPEATED) {
      return false;
    }
    int same = finding.by().get(0);
    return isPartOfOnly.get(policy)
        ? new Finding(policy + 1, Kind.REPEATED, List.of(same + 1)).equals(findings.get(policy + 1))
        : !isPartOfOnly.get(same);
  }

  private String message(Finding finding) {
    boolean permits = policy(finding).effect() == Effect.MAY;
    String lines = lines(finding.by());
    return switch (finding.kind()) {
      case UNMATCHED -> "this matches no request" + reason(policy(finding));
      case CONTRADICTED -> "this contradicts " + lines + ", and MAY NOT wins: it permits nothing";
      case OVERRIDDEN ->
          "this permits nothing: %s prohibit%s all of it".formatted(lines, s(finding));
      case REPEATED, COVERED ->
          saysTheSame(finding)
              ? "this says the same as " + lines
              : "this changes nothing: %s already %s%s all of it"
                  .formatted(lines, permits ? "permit" : "prohibit", s(finding));
    };
  }

  private static String s(Finding finding) {
    return finding.by().size() == 1 ? "s" : "";
  }

  private static String reason(Policy policy) {
    if (policy.clauses().stream().allMatch(clause -> clause.users().isEmpty())) {
      return ": nobody is meant";
    }
    return policy.clauses().stream().anyMatch(IdleSentences::namesChain)
        ? ": no chain is declared with its agents in this order"
        : "";
  }

  private static boolean namesChain(Clause clause) {
    return clause.path() instanceof PathPattern.Via via && via.hops().size() > 1;
  }

  private String lines(List<Integer> policies) {
    List<String> lines =
        policies.stream()
            .map(policy -> String.valueOf(places.get(policy).line()))
            .distinct()
            .toList();
    if (lines.size() == 1) {
      return "line " + lines.get(0);
    }
    boolean some = lines.size() > MOST_LINES;
    return lines.stream().limit(MOST_LINES).collect(Collectors.joining(", ", "lines ", ""))
        + (some ? " and others" : "")
        + " together";
  }

  private Policy policy(Finding finding) {
    return scenario.policies().get(finding.policy());
  }

  /** Where no other MAY names a path, calls through agents are no afterthought. */
  private boolean permitsMoreThanOthers(int index) {
    Policy policy = scenario.policies().get(index);
    return !scenario.agents().isEmpty()
        && policy.effect() == Effect.MAY
        && policy.clauses().stream()
            .filter(clause -> clause.path() instanceof PathPattern.EveryPath)
            .flatMap(clause -> clause.resources().stream())
            .anyMatch(permittedOnPath::contains);
  }

  /** The resources that are permitted on a path that is named. */
  private static Set<String> permittedOnPath(Scenario scenario) {
    Set<String> resources = new HashSet<>();
    for (Policy policy : scenario.policies()) {
      for (Clause clause : policy.clauses()) {
        if (clause.effect() == Effect.MAY && !(clause.path() instanceof PathPattern.EveryPath)) {
          resources.addAll(clause.resources());
        }
      }
    }
    return resources;
  }
}
