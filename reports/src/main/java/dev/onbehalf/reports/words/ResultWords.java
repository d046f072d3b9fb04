package dev.onbehalf.reports.words;

import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.Accounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;

/** What came out of a run, in words. */
public final class ResultWords {
  private ResultWords() {}

  /** What is true of a call. */
  public static String words(Truth truth) {
    return switch (truth) {
      case PERMITTED -> "permitted";
      case DENIED -> "denied";
      case UNSPECIFIED -> "left open";
    };
  }

  /** Whether acting on behalf is needed. */
  public static String words(OnBehalfOf onBehalfOf) {
    return switch (onBehalfOf) {
      case NOT_REQUIRED -> "not required";
      case REQUIRED -> "required";
    };
  }

  /** Whether the scenario can do without a point that sees user and agent together, and how. */
  public static String withoutOnBehalfOf(Verdict verdict) {
    Need needs = verdict.needs();
    return switch (needs) {
      case JOINT ->
          verdict
              .withoutJointEvidence()
              .map(name -> "only where the resource itself checks the user, as under " + name)
              .orElse("no: " + needs.sentence());
      case GATED -> "yes, given a door that only agents pass";
      case NONE, USER, PATH, TWO_CHECKS -> "yes: no point must see user and agent together";
    };
  }

  /** A strategy that failed by its name, with the file it is from. */
  public static String name(FailedStrategy failure) {
    return failure.strategy() + failure.plugIn().map(file -> " (" + file + ")").orElse("");
  }

  /** The failure as a whole sentence. */
  public static String sentence(FailedStrategy failure) {
    return name(failure) + " failed: " + failure.error();
  }

  /** What was expected, and what came out. */
  public static String sentence(ExpectationResult expectation) {
    return "%s: expected %s, but found %s"
        .formatted(expectation.what(), expectation.expected(), expectation.found());
  }

  /** How many accounts for agents would do without delegation; without a full stop. */
  public static String sentence(Accounts accounts) {
    if (accounts.toEnforce() == 0) {
      return "nothing is permitted through agents, so that they need no account";
    }
    // Whoever gives a call the account of its user and path has seen both.
    String handedOut =
        "whoever sees user and agent together could hand out accounts instead: "
            + counted(accounts)
            + " would enforce as much";
    return accounts.toAttribute() == accounts.toEnforce()
        ? handedOut + " and tell who acted"
        : "%s, and %d, one for each user on each path, tell who acted as well"
            .formatted(handedOut, accounts.toAttribute());
  }

  private static String counted(Accounts accounts) {
    return accounts.toEnforce() == 1
        ? "1 account with a fixed set of permissions"
        : (accounts.isExact() ? "" : "at most ")
            + accounts.toEnforce()
            + " accounts, each with a fixed set of permissions,";
  }
}
