package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario, and by which strategies it is enforced.
 *
 * @param file the scenario's, as its user named it
 * @param designs that share the resources among them
 */
public record Export(Scenario scenario, String file, List<Design> designs) {
  public Export {
    designs = List.copyOf(designs);
  }

  /** What each point enforces, with what a request becomes there. */
  public List<Mapping> points() {
    return points(strategy -> Optional.empty());
  }

  /**
   * The same where a product issues the tokens.
   *
   * @param agent the claim in which it names the agent under a strategy, if it isn't as ever
   */
  public List<Mapping> points(Function<String, Optional<String>> agent) {
    return Design.policies(scenario, designs).stream()
        .map(policies -> new Mapping(scenario, file, policies, agent.apply(policies.strategy())))
        .toList();
  }

  /** One point that is told user, path and context of every request. */
  public static Mapping ofEverything(Scenario scenario, String file) {
    return new Mapping(scenario, file, Design.ofEverything(scenario), Optional.empty());
  }
}
