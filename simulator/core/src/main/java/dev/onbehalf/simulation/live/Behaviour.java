package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a strategy behaves, learned from real tokens in a small world, and true of all worlds with
 * the same patterns of requests and attributes of the context.
 *
 * @param strategy guarded, with the proof that it gives in such worlds
 * @param cheats what points can be made to see by cheating callers, by the patterns of requests
 * @param attacks what attackers can do with what callers hold and present
 * @param headers that honest callers write, in the order in which they are seen
 * @param costOfObtaining what one call through one agent takes until the resource is called
 * @param tokensOfObtaining how many tokens that mints
 * @param tokenBytes how many bytes of tokens such a call presents
 * @param passesUserTokens whether an agent ends up with a token that is the user's own
 * @param passesForUser whether an agent looks like the user in person, or can by cheating
 */
public record Behaviour(
    CredentialStrategy strategy,
    Map<RouteShape.Pattern, List<RouteShape>> cheats,
    AttackShapes attacks,
    List<String> headers,
    OperationCounts costOfObtaining,
    long tokensOfObtaining,
    long tokenBytes,
    boolean passesUserTokens,
    boolean passesForUser) {
  public Behaviour {
    cheats = Map.copyOf(cheats);
    headers = List.copyOf(headers);
  }

  /** Whether it is known of all requests of these patterns, and of no others. */
  boolean isOn(Set<RouteShape.Pattern> patterns) {
    return cheats.keySet().equals(patterns);
  }

  /** Whether the other is as well how this strategy behaves. */
  boolean isLike(Behaviour other) {
    return equals(
        new Behaviour(
            strategy,
            other.cheats,
            other.attacks,
            other.headers,
            other.costOfObtaining,
            other.tokensOfObtaining,
            other.tokenBytes,
            other.passesUserTokens,
            other.passesForUser));
  }

  /**
   * What callers of the scenario can write.
   *
   * @param most how many values of each attribute are tried
   */
  public Writing writing(Scenario scenario, int most) {
    return Writing.of(strategy.about().proof(), scenario, headers, most);
  }
}
