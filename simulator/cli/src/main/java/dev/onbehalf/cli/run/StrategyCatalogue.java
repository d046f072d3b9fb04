package dev.onbehalf.cli.run;

import dev.onbehalf.evidence.Habit;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.NamedStrategies;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The strategies there are, by name. */
public final class StrategyCatalogue implements KnownStrategies {
  private final Map<String, CredentialStrategy> strategies = new LinkedHashMap<>();

  public StrategyCatalogue(Collection<CredentialStrategy> strategies) {
    strategies.forEach(this::add);
  }

  /** The strategies on the class path, in the order in which they are registered. */
  public static List<CredentialStrategy> onClassPath() {
    return ServiceLoader.load(CredentialStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private void add(CredentialStrategy strategy) {
    CredentialStrategy other = strategies.putIfAbsent(strategy.about().name(), strategy);
    if (other != null) {
      throw new StrategyFailedException(
          strategy.about().name(),
          "`%s` and `%s` both have this name"
              .formatted(other.getClass().getName(), strategy.getClass().getName()));
    }
  }

  public List<CredentialStrategy> all() {
    return List.copyOf(strategies.values());
  }

  public List<String> names() {
    return List.copyOf(strategies.keySet());
  }

  @Override
  public boolean has(String name) {
    return strategies.containsKey(name);
  }

  /** The strategies named, each once and in the order of the catalogue; all when none is named. */
  public List<CredentialStrategy> named(Collection<String> names) {
    return names.isEmpty()
        ? all()
        : all().stream().filter(strategy -> names.contains(strategy.about().name())).toList();
  }

  @Override
  public String unknown(String name, String... otherWords) {
    return known().unknown(name, otherWords);
  }

  @Override
  public Optional<List<String>> machinery() {
    return known().machinery();
  }

  @Override
  public Optional<List<String>> habits() {
    return known().habits();
  }

  private NamedStrategies known() {
    return new NamedStrategies(names(), Machinery.words(), Habit.words());
  }
}
