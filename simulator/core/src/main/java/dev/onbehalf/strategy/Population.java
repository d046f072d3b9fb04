package dev.onbehalf.strategy;

import java.util.List;

/** Whom a strategy has to provide for. */
public record Population(List<String> users, List<String> agents, List<String> resources) {
  public Population {
    users = List.copyOf(users);
    agents = List.copyOf(agents);
    resources = List.copyOf(resources);
  }
}
