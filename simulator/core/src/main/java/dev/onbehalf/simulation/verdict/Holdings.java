package dev.onbehalf.simulation.verdict;

import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a strategy registers.
 *
 * @param kinds of what kinds it is
 * @param shared what is the same whichever resources the strategy serves
 * @param own what is for one resource and no other, in the order of the file
 */
public record Holdings(Set<Kind> kinds, Set<Registration> shared, List<Set<Registration>> own) {
  public Holdings {
    kinds = Set.copyOf(kinds);
    shared = Set.copyOf(shared);
    own = own.stream().map(Set::copyOf).toList();
  }

  /** The registrations sorted by the resources that they name. */
  public static Holdings of(Collection<Registration> registrations, List<String> resources) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Set<Registration> shared = new HashSet<>();
    Map<String, Set<Registration>> own = new LinkedHashMap<>();
    resources.forEach(resource -> own.put(resource, new HashSet<>()));
    for (Registration one : registrations) {
      kinds.add(one.kind());
      one.names().stream()
          .filter(own::containsKey)
          .findFirst()
          .map(own::get)
          .orElse(shared)
          .add(one);
    }
    return new Holdings(kinds, shared, List.copyOf(own.values()));
  }

  /** What is registered where the strategy serves this resource alone. */
  public Set<Registration> at(int resource) {
    Set<Registration> all = new HashSet<>(shared);
    all.addAll(own.get(resource));
    return all;
  }

  /** Whether the other registers as much, or more, wherever it serves. */
  boolean isWithin(Holdings other) {
    boolean within = other.shared.containsAll(shared);
    for (int i = 0; within && i < own.size(); i++) {
      within = other.own.get(i).containsAll(own.get(i));
    }
    return within;
  }
}
