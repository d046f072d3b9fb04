package dev.onbehalf.cli;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.Surveyor;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.strategy.CredentialStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which product issues the tokens, and what becomes of strategies there. */
final class ProfileOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--profile",
      paramLabel = "PRODUCT",
      converter = ProfileName.class,
      completionCandidates = ProfileName.All.class,
      description = "the token service of this product: ${COMPLETION-CANDIDATES}")
  private Optional<Profile> profile = Optional.empty();

  /** The product, unless our own token service issues the tokens. */
  Optional<Profile> profile() {
    return profile;
  }

  /** Which product, and as of when. */
  Optional<String> title() {
    return profile.map(Profile::title);
  }

  /** What comes of a product isn't written over what comes of our own token service. */
  Path folder(Path folder) {
    return profile.map(product -> folder.resolve(product.name())).orElse(folder);
  }

  /** Those of the strategies that it carries, which has to be some. */
  List<CredentialStrategy> carried(List<CredentialStrategy> strategies) {
    List<CredentialStrategy> carried =
        profile.map(product -> product.carriedOf(strategies)).orElse(strategies);
    if (carried.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "the profile %s carries none of these strategies; it carries %s"
              .formatted(
                  profile.orElseThrow().name(),
                  String.join(", ", profile.orElseThrow().carried().keySet())));
    }
    return carried;
  }

  /** Those of them that it carries for chains as long as those of the scenario. */
  List<CredentialStrategy> carried(List<CredentialStrategy> strategies, Scenario scenario) {
    return carried(strategies, Probe.longestPath(scenario));
  }

  private List<CredentialStrategy> carried(List<CredentialStrategy> strategies, int agents) {
    return strategies.stream()
        .filter(one -> profile.stream().allMatch(it -> it.carries(one.about().name(), agents)))
        .toList();
  }

  /** What it doesn't refuse. */
  SimulationSettings settings(SimulationSettings settings) {
    return settings.omitting(profile.map(Profile::omitted).orElse(List.of()));
  }

  /** How scenarios are surveyed, with agents that call each other and without. */
  Function<Scenario, Finding> survey(List<CredentialStrategy> named, SimulationSettings settings) {
    List<CredentialStrategy> all = carried(named);
    Surveyor alone = new Surveyor(all, settings(settings));
    List<CredentialStrategy> some = carried(all, 2);
    Surveyor chained = some.equals(all) ? alone : new Surveyor(some, settings(settings));
    return scenario -> (Probe.longestPath(scenario) < 2 ? alone : chained).survey(scenario);
  }

  /** What scenarios expect, they expect of a token service that keeps all rules. */
  Engine.Simulation simulation(Engine engine) {
    return profile.isEmpty()
        ? engine.simulation()
        : (scenario, source, strategies, settings, progress) ->
            engine
                .simulation()
                .run(
                    scenario.withoutExpectation(),
                    source,
                    carried(strategies, scenario),
                    settings,
                    progress);
  }
}
