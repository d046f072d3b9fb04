package dev.onbehalf.simulation.live;

import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import dev.onbehalf.simulation.result.DisagreementException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of calls when somebody asks who acted, revokes, steals or misleads, as played with
 * real tokens.
 *
 * @param agentGoesOn for so many seconds after an agent is disabled; empty for ever
 * @param userGoesOn for so many seconds after a user is locked out; empty for ever
 */
public record PlayedAttacks(
    Attribution attribution,
    Optional<Long> agentGoesOn,
    Optional<Long> userGoesOn,
    Withdrawal withdrawal,
    List<Copy> stolen,
    List<StandingSecret> secrets,
    Hijack hijacked) {
  public PlayedAttacks {
    stolen = List.copyOf(stolen);
    secrets = List.copyOf(secrets);
  }

  /** How many standing credentials were stolen of each kind, one at a time. */
  public SortedMap<String, Integer> standing() {
    SortedMap<String, Integer> standing = new TreeMap<>();
    secrets.forEach(secret -> standing.put(secret.kind(), secret.count()));
    return standing;
  }

  /**
   * Requires that the exact facts are the played ones, number by number.
   *
   * @throws DisagreementException with the first that isn't
   */
  public void requireSame(String strategy, AttackFacts exact) {
    requireSame(strategy, "attribution", exact.attribution(), attribution);
    requireSame(strategy, "hijacked agents", exact.hijacked(), hijacked);
    requireSame(strategy, "withdrawals", exact.withdrawal(), Optional.of(withdrawal));
    requireSame(strategy, "stolen secrets", exact.secrets(), secrets);
    requireSame(strategy, "stolen presentations", exact.stolen(), stolen);
    requireSame(strategy, "revoked agents", exact.revokedAgent().seconds(), agentGoesOn);
    requireSame(strategy, "revoked users", exact.revokedUser().seconds(), userGoesOn);
  }

  private static void requireSame(String strategy, String what, Object exact, Object played) {
    if (!exact.equals(played)) {
      throw new DisagreementException(
          "%s, %s: %s by the exact score and %s as played"
              .formatted(strategy, what, exact, played));
    }
  }
}
