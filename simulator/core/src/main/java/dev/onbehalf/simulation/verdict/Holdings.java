package dev.onbehalf.simulation.verdict;

import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a strategy registers.
 *
 * @param kinds of what kinds it is
 * @param shared what is the same whichever resources the strategy serves
 * @param own what is for one resource and no other, in the order of the file; one for all where
 *     each has as much
 */
public record Holdings(Set<Kind> kinds, Held shared, List<Held> own) {
  public Holdings {
    kinds = Set.copyOf(kinds);
    own = List.copyOf(own);
  }

  /** The registrations sorted by the resources that they name. */
  public static Holdings of(Collection<Registration> registrations, List<String> resources) {
    Sorted sorted = Sorted.of(registrations, resources);
    return new Holdings(
        kinds(registrations),
        Held.exactly(sorted.shared()),
        sorted.own().stream().map(Held::exactly).toList());
  }

  /** Those for a population of which there are samples: no resource has more of its own. */
  static Holdings of(
      SampledPopulation population, Function<Population, Set<Registration>> registered) {
    List<Set<Registration>> shared = new ArrayList<>();
    List<Set<Registration>> own = new ArrayList<>();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Population sample : population.samples()) {
      Set<Registration> registrations = registered.apply(sample);
      Sorted sorted = Sorted.of(registrations, sample.resources());
      kinds.addAll(kinds(registrations));
      shared.add(sorted.shared());
      own.add(sorted.own().get(0));
    }
    List<BigInteger> weights = population.weights();
    return new Holdings(kinds, new Held(shared, weights), List.of(new Held(own, weights)));
  }

  private static Set<Kind> kinds(Collection<Registration> registrations) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    registrations.forEach(one -> kinds.add(one.kind()));
    return kinds;
  }

  /** Registrations by the resource that they name, if any. */
  private record Sorted(Set<Registration> shared, List<Set<Registration>> own) {
    static Sorted of(Collection<Registration> registrations, List<String> resources) {
      Set<Registration> shared = new HashSet<>();
      Map<String, Set<Registration>> own = new LinkedHashMap<>();
      resources.forEach(resource -> own.put(resource, new HashSet<>()));
      for (Registration one : registrations) {
        one.names().stream()
            .filter(own::containsKey)
            .findFirst()
            .map(own::get)
            .orElse(shared)
            .add(one);
      }
      return new Sorted(shared, List.copyOf(own.values()));
    }
  }

  /** What is for this resource and no other. */
  Held own(int resource) {
    return own.get(own.size() == 1 ? 0 : resource);
  }

  /** What is registered where the strategy serves this resource alone. */
  public Set<Registration> at(int resource) {
    Set<Registration> all = new HashSet<>(shared.first());
    all.addAll(own(resource).first());
    return all;
  }

  /** Whether the other registers as much, or more, wherever it serves. */
  boolean isWithin(Holdings other) {
    boolean within = shared.isWithin(other.shared);
    for (int i = 0; within && i < own.size(); i++) {
      within = own.get(i).isWithin(other.own.get(i));
    }
    return within;
  }
}
