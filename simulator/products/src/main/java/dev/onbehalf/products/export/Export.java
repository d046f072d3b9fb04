package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Scenario;
import java.util.List;

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
    return Design.policies(scenario, designs).stream()
        .map(policies -> new Mapping(scenario, file, policies))
        .toList();
  }

  /** One point that is told user, path and context of every request. */
  public static Mapping ofEverything(Scenario scenario, String file) {
    return new Mapping(scenario, file, Design.ofEverything(scenario));
  }
}
