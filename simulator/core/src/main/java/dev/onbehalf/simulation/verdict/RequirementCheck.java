package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what attacks come to against what a scenario requires. */
public final class RequirementCheck {
  private static final String FOR_EVER = "for ever";

  private final Requirements required;

  public RequirementCheck(Requirements required) {
    this.required = required;
  }

  /** What is required, in the words of the scenario. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    required.attribution().ifPresent(one -> words.put(Requirement.ATTRIBUTION.word(), one.word()));
    required
        .revokeAgent()
        .ifPresent(time -> words.put(Requirement.REVOKE_AGENT.word(), text(time)));
    required.revokeUser().ifPresent(time -> words.put(Requirement.REVOKE_USER.word(), text(time)));
    required.stolenToken().ifPresent(one -> words.put(Requirement.STOLEN_TOKEN.word(), one.word()));
    required
        .hijackedAgent()
        .ifPresent(one -> words.put(Requirement.HIJACKED_AGENT.word(), one.word()));
    if (required.unattended()) {
      words.put(Requirement.UNATTENDED.word(), Requirements.WORKS);
    }
    return words;
  }

  /** What there is to every requirement, by its key. */
  public Map<String, Measured> measured(AttackFacts facts) {
    Map<String, Measured> measured = new LinkedHashMap<>();
    measured.put(Requirement.ATTRIBUTION.word(), attribution(facts.attribution()));
    measured.put(
        Requirement.REVOKE_AGENT.word(),
        revocation("a revoked agent goes on", facts.revokedAgent(), required.revokeAgent()));
    measured.put(
        Requirement.REVOKE_USER.word(),
        revocation("agents go on for a revoked user", facts.revokedUser(), required.revokeUser()));
    measured.put(Requirement.STOLEN_TOKEN.word(), stolen(facts));
    measured.put(Requirement.HIJACKED_AGENT.word(), hijacked(facts));
    measured.put(Requirement.UNATTENDED.word(), unattended(facts));
    return measured;
  }

  /** The keys of what the facts don't meet. */
  public List<String> unmet(AttackFacts facts) {
    return measured(facts).entrySet().stream()
        .filter(one -> one.getValue().fails())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Measured attribution(Attribution fact) {
    Named named = fact.named();
    String figure =
        "the logs name the user of %,d, the agent of %,d and both of %,d of %,d calls"
            .formatted(
                fact.cheating().user(),
                fact.cheating().agent(),
                fact.cheating().both(),
                fact.calls());
    return new Measured(
        named.word(),
        required.attribution().map(named::covers),
        figure
            + required.attribution().map(one -> demand("`" + one.word() + "`", "is")).orElse(""));
  }

  private static Measured revocation(String what, Revocation fact, Optional<Duration> most) {
    Optional<Duration> delay = fact.seconds().map(Duration::ofSeconds);
    return new Measured(
        delay.map(RequirementCheck::text).orElse(FOR_EVER),
        most.map(required -> delay.filter(time -> time.compareTo(required) <= 0).isPresent()),
        what
            + " "
            + delay.map(time -> "for " + spaced(time)).orElse(FOR_EVER)
            + most.map(required -> demand(spaced(required), "are")).orElse(""));
  }

  private Measured stolen(AttackFacts facts) {
    Loot loot = facts.loot();
    return new Measured(
        loot.word(),
        required.stolenToken().map(most -> loot.compareTo(most) <= 0),
        stolenFigure(facts)
            + required.stolenToken().map(most -> demand("`" + most.word() + "`", "is")).orElse(""));
  }

  private static String stolenFigure(AttackFacts facts) {
    return facts.stolen().stream()
        .filter(copy -> copy.accepted() > 0)
        .max(Comparator.comparing(Copy::loot).thenComparing(Copy::most))
        .map(
            copy ->
                "a stolen token opens " + copy.opened() + (copy.anyUser() ? " for any user" : ""))
        .orElse("a stolen token opens nothing");
  }

  private Measured hijacked(AttackFacts facts) {
    Bounds bounds = facts.hijacked().bounds();
    Reach reach = facts.hijacked().permitBiased();
    String figure =
        "a hijacked agent reaches %,d beyond policy, and %,d while nobody is there"
            .formatted(reach.beyondPolicy(), reach.nobodyThere());
    return new Measured(
        bounds.word(),
        required.hijackedAgent().map(bounds::covers),
        figure
            + required
                .hijackedAgent()
                .map(most -> demand("`" + most.word() + "`", "is"))
                .orElse(""));
  }

  private Measured unattended(AttackFacts facts) {
    boolean works = facts.worksUnattended();
    return new Measured(
        works ? Requirements.WORKS : "fails",
        required.unattended() ? Optional.of(works) : Optional.empty(),
        works
            ? "calls succeed while the user isn't logged in"
            : "no call succeeds while the user isn't logged in");
  }

  private static String demand(String what, String is) {
    return ", " + what + " " + is + " required";
  }

  private static String spaced(Duration time) {
    return text(time).replaceFirst("s$", " s");
  }

  /** Whole seconds, or the decimals that there are. */
  private static String text(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
  }
}
