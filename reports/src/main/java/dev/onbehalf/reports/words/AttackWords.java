package dev.onbehalf.reports.words;

import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens when somebody asks who acted, revokes, steals or misleads. */
public final class AttackWords {
  private static final List<Question> ASKED =
      List.of(
          new Question(
              "somebody asks who acted",
              Requirement.ATTRIBUTION,
              facts -> attribution(facts.attribution())),
          new Question(
              "an agent is revoked",
              Requirement.REVOKE_AGENT,
              facts -> revocation(facts.revokedAgent())),
          new Question(
              "a user is locked out",
              Requirement.REVOKE_USER,
              facts -> revocation(facts.revokedUser())),
          new Question(
              "an agent is taken from one user",
              Optional.empty(),
              facts -> facts.withdrawal().map(AttackWords::withdrawal).orElse("not counted")),
          new Question(
              "a token is stolen", Requirement.STOLEN_TOKEN, facts -> theft(facts.stolen())),
          new Question(
              "a standing secret is stolen", Optional.empty(), facts -> secrets(facts.secrets())),
          new Question(
              "an agent obeys somebody else",
              Requirement.HIJACKED_AGENT,
              facts -> hijack(facts.hijacked())),
          new Question(
              "nobody is logged in",
              Requirement.UNATTENDED,
              facts -> facts.worksUnattended() ? "calls succeed" : "no call succeeds"));

  /** What happens, in the order of the answers. */
  public static final List<String> QUESTIONS = ASKED.stream().map(Question::words).toList();

  /** What happens, with the requirement that speaks of it, if one does, and what becomes of it. */
  private record Question(
      String words, Optional<Requirement> key, Function<AttackFacts, String> answer) {
    Question(String words, Requirement key, Function<AttackFacts, String> answer) {
      this(words, Optional.of(key), answer);
    }

    Answer of(StrategyResult strategy, AttackFacts facts) {
      return new Answer(answer.apply(facts), key.filter(one -> fails(strategy, one)).isPresent());
    }
  }

  private AttackWords() {}

  /**
   * One answer.
   *
   * @param fails whether the scenario requires another
   */
  public record Answer(String words, boolean fails) {}

  /** The answers of a strategy, one for each question; none if nothing is known. */
  public static List<Answer> answers(StrategyResult strategy) {
    return strategy
        .attacks()
        .map(facts -> ASKED.stream().map(question -> question.of(strategy, facts)).toList())
        .orElse(List.of());
  }

  private static boolean fails(StrategyResult strategy, Requirement key) {
    return Optional.ofNullable(strategy.requirements().get(key.word()))
        .filter(measured -> measured.fails())
        .isPresent();
  }

  private static String attribution(Attribution fact) {
    return switch (fact.named()) {
      case NOBODY -> "no log names user or agent of every call";
      case USER -> "the user is named, the agent of " + of(fact.cheating().agent(), fact.calls());
      case AGENT -> "the agent is named, the user of " + of(fact.cheating().user(), fact.calls());
      case BOTH -> "both are named" + where(fact);
      case BOTH_IN_TWO_LOGS -> "both are named, each in a log of its own";
    };
  }

  private static String of(long named, long calls) {
    return "%,d of %,d calls".formatted(named, calls);
  }

  /** The log that names both, where it isn't the resource's. */
  private static String where(Attribution fact) {
    List<String> naming =
        fact.logs().stream()
            .filter(log -> log.cheating().both() == fact.calls())
            .map(log -> log.point().word())
            .toList();
    return naming.contains("resource") ? "" : ", by the log at the " + Lists.and(naming);
  }

  private static String revocation(Revocation fact) {
    String most =
        fact.seconds()
            .map(
                seconds -> seconds == 0 ? "calls end at once" : "calls go on for " + seconds + " s")
            .orElse("calls go on for ever");
    return most
        + fact.mean()
            .filter(seconds -> seconds > 0)
            .map(seconds -> ", " + Numbers.of(seconds) + " s" + accesses(fact) + " on average")
            .orElse("");
  }

  private static String accesses(Revocation fact) {
    return fact.accesses()
        .map(calls -> " and " + Numbers.of(calls) + (calls == 1 ? " call" : " calls"))
        .orElse("");
  }

  private static String withdrawal(Withdrawal fact) {
    String holds =
        fact.effective() == fact.pairs()
            ? "it holds"
            : fact.effectiveIfHonest() == fact.pairs()
                ? "it holds only if callers are honest"
                : "it holds for %,d of %,d".formatted(fact.effective(), fact.pairs());
    return fact.collateral() == 0
        ? holds
        : holds + ", and hits up to %,d permitted requests of others".formatted(fact.collateral());
  }

  private static String theft(List<Copy> copies) {
    boolean one = copies.size() == 1;
    return copies.isEmpty()
        ? "there is none"
        : copies.stream()
            .map(copy -> (one ? "" : "at the " + copy.point().word() + ": ") + theft(copy))
            .collect(Collectors.joining("; "));
  }

  private static String theft(Copy copy) {
    if (copy.loot() == Loot.USELESS) {
      return "it is useless"
          + (copy.once() ? ", as its proof was used" : copy.keyed() ? " without the key" : "");
    }
    return "it opens "
        + copy.opened()
        + (copy.anyUser() ? " for any user" : "")
        + copy.seconds().map(seconds -> ", for " + seconds + " s").orElse("");
  }

  private static String secrets(List<StandingSecret> secrets) {
    List<String> good =
        secrets.stream()
            .filter(secret -> secret.reach() > 0)
            .map(
                secret ->
                    "a %s opens %,d actions of %s"
                        .formatted(
                            secret.kind(),
                            secret.reach(),
                            secret.users() == 1 ? "1 user" : secret.users() + " users"))
            .toList();
    if (!good.isEmpty()) {
      return String.join("; ", good);
    }
    return secrets.isEmpty() ? "there is none" : "it opens nothing by itself";
  }

  private static String hijack(Hijack fact) {
    long beyond = fact.permitBiased().beyondPolicy();
    long there = fact.permitBiased().nobodyThere();
    return (beyond == 0
            ? "it reaches nothing beyond policy"
            : "it reaches %,d requests beyond policy".formatted(beyond))
        + (there == 0 ? "" : ", and %,d while nobody is there".formatted(there));
  }

  /** What is lost under every strategy, as what happens and what is to be said of it. */
  public static List<Lost> lost(SimulationResult result) {
    return List.of(
        new Lost(
            "an agent uses one user's session for another",
            "%,d denied requests pass, under every strategy"
                .formatted(result.scenario().crossed())),
        new Lost(
            "an agent is misled within its permissions", "lost: it does what policies let it do"),
        new Lost("token and key are stolen together", "lost: the thief is the agent to everybody"),
        new Lost("the user's own device is taken", "lost: the thief is the user to everybody"));
  }

  /** Something that no design wins. */
  public record Lost(String question, String words) {}

  /** What the strategy leaves out, in one line without a full stop; empty if nothing. */
  public static Optional<String> leftOut(StrategyResult strategy) {
    return strategy
        .attacks()
        .map(AttackWords::leftOut)
        .filter(words -> !words.isEmpty())
        .map(words -> "leaves out: " + words);
  }

  private static String leftOut(AttackFacts facts) {
    return Stream.of(
            who(facts.attribution().named()),
            goesOn("a revoked agent goes on", facts.revokedAgent()),
            goesOn("agents go on for a revoked user", facts.revokedUser()),
            opens(facts))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> who(Named named) {
    return switch (named) {
      case NOBODY -> Optional.of("who acted");
      case USER -> Optional.of("which agent acted");
      case AGENT -> Optional.of("for whom the agent acted");
      case BOTH, BOTH_IN_TWO_LOGS -> Optional.empty();
    };
  }

  private static Optional<String> goesOn(String who, Revocation fact) {
    return fact.seconds().filter(seconds -> seconds == 0).isPresent()
        ? Optional.empty()
        : Optional.of(
            who + fact.seconds().map(seconds -> " for " + seconds + " s").orElse(" for ever"));
  }

  private static Optional<String> opens(AttackFacts facts) {
    return facts.stolen().stream()
        .filter(copy -> copy.accepted() > 0)
        .max((one, other) -> Integer.compare(one.most(), other.most()))
        .map(copy -> "a stolen token opens " + copy.opened());
  }
}
