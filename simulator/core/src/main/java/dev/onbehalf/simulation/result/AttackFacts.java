package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of calls through agents when somebody asks who acted, revokes, steals or misleads.
 * Requests are counted with their contexts, and unspecified ones never.
 *
 * @param withdrawal empty where there are too many users and agents to look at each
 * @param stolen what a copy of what one call presents opens, at each point where it can be taken
 * @param secrets what a stolen standing credential opens, by kind
 */
public record AttackFacts(
    Attribution attribution,
    Revocation revokedAgent,
    Revocation revokedUser,
    Optional<Withdrawal> withdrawal,
    List<Copy> stolen,
    List<StandingSecret> secrets,
    Hijack hijacked) {
  public AttackFacts {
    stolen = List.copyOf(stolen);
    secrets = List.copyOf(secrets);
  }

  /** These facts with what there is to revocations. */
  public AttackFacts revoked(Revocation agent, Revocation user) {
    return new AttackFacts(attribution, agent, user, withdrawal, stolen, secrets, hijacked);
  }

  /** The most that a copy opens, wherever it is taken. */
  public Loot loot() {
    return stolen.stream().map(Copy::loot).max(Comparator.naturalOrder()).orElse(Loot.USELESS);
  }

  /** Whether calls succeed while the user isn't logged in. */
  public boolean worksUnattended() {
    return hijacked.permitBiased().nobodyThere() > 0;
  }

  /**
   * Whom the logs name.
   *
   * @param calls the permitted requests through agents that get as far as the resource
   * @param honest how many of them are named by the logs together if nobody cheats
   * @param cheating likewise, over all that a cheating caller could present and be let in with
   * @param logs those of the points, in their order
   */
  public record Attribution(long calls, NamedCalls honest, NamedCalls cheating, List<Log> logs) {
    public Attribution {
      logs = List.copyOf(logs);
    }

    /** Whom the logs name in every call, whoever cheats. */
    public Named named() {
      if (cheating.both() == calls) {
        return logs.stream().anyMatch(log -> log.cheating().both() == calls)
            ? Named.BOTH
            : Named.BOTH_IN_TWO_LOGS;
      }
      if (cheating.user() == calls) {
        return Named.USER;
      }
      return cheating.agent() == calls ? Named.AGENT : Named.NOBODY;
    }
  }

  /** How many calls are named by one log. */
  public record Log(Point point, NamedCalls honest, NamedCalls cheating) {}

  /** The calls whose user is named, whose presenting agent is, and of both. */
  public record NamedCalls(long user, long agent, long both) {}

  /**
   * How long calls go on after everything that is registered for the party alone is taken away.
   *
   * @param seconds the longest; empty where calls never end
   * @param mean the mean of the workload in seconds; empty where calls never end, or nobody calls
   * @param accesses so many of the workload's accesses of the party succeed in the mean
   */
  public record Revocation(
      Optional<Long> seconds, Optional<Double> mean, Optional<Double> accesses) {}

  /**
   * An agent is taken from one user by a policy, {@code u MAY NOT use anything via a}.
   *
   * @param pairs the users and agents of which the agent may do something for the user
   * @param effectiveIfHonest for so many of them the policy is enforced
   * @param effective for so many even if callers cheat
   * @param collateral the most permitted requests of others or in person that one of them makes
   *     indeterminate
   * @param collateralOfAll of all pairs together
   */
  public record Withdrawal(
      long pairs, long effectiveIfHonest, long effective, long collateral, long collateralOfAll) {}

  /**
   * Copies of what arrives at the point, each of one permitted call through an agent, presented
   * there by somebody who has nothing else and writes what nobody signs.
   *
   * @param calls so many were copied
   * @param accepted (resource, action) that let them in, all calls together
   * @param most (resource, action) that let in one of them, at most
   * @param resources that let in one of them, at most
   * @param keyed whether what arrives proves a key, which isn't copied
   * @param once whether it holds a proof that is good only once
   * @param beyondAction whether one is let in elsewhere than at its own resource and action
   * @param beyondResource whether one is let in at another resource
   * @param anyUser whether what lets one in names no user that somebody proved to be
   * @param seconds the longest for which one is good; empty where none is, or nothing in it expires
   */
  public record Copy(
      Point point,
      long calls,
      long accepted,
      int most,
      int resources,
      boolean keyed,
      boolean once,
      boolean beyondAction,
      boolean beyondResource,
      boolean anyUser,
      Optional<Long> seconds) {
    /** What one of them opens at most, in words: {@code 2 actions at 2 resources}. */
    public String opened() {
      String actions = most == 1 ? "1 action" : most + " actions";
      return resources > 1 ? actions + " at " + resources + " resources" : actions;
    }

    /** What they open, at most. */
    public Loot loot() {
      if (accepted == 0) {
        return Loot.USELESS;
      }
      if (anyUser || beyondResource) {
        return Loot.ANYTHING;
      }
      return beyondAction ? Loot.ONE_RESOURCE : Loot.ONE_ACTION;
    }
  }

  /**
   * What one stolen standing credential opens to somebody who has nothing else.
   *
   * @param kind the word for its kind, as in {@code cost.standing.kinds}
   * @param count so many there are
   * @param reach (user, resource, action) that one opens, at most
   * @param users for whom one opens something, at most
   */
  public record StandingSecret(String kind, int count, long reach, long users) {}

  /**
   * What agents reach that obey somebody else, with all that they hold and write.
   *
   * @param own what policies permit through them
   * @param permitBiased where points let pass what they can't tell from something permitted
   * @param denyBiased where points stop what they can't tell from something denied that leaks
   */
  public record Hijack(long own, Reach permitBiased, Reach denyBiased) {
    /** What agents keep to. */
    public Bounds bounds() {
      return Bounds.of(permitBiased.nobodyThere() == 0, permitBiased.beyondPolicy() == 0);
    }
  }

  /**
   * Requests that pass, made by the agents of their paths.
   *
   * @param oneSession for one user through one path, at most
   * @param allUsers for all users and paths, in sessions of their own
   * @param nobodyThere those of them that pass with nobody logged in, of users
   * @param beyondPolicy those of all users that are denied
   */
  public record Reach(long oneSession, long allUsers, long nobodyThere, long beyondPolicy) {}
}
