package dev.onbehalf.strategy;

import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.function.BiConsumer;

/** Whom a strategy has to provide for. */
public record Population(List<String> users, List<String> agents, List<String> resources) {
  public Population {
    users = List.copyOf(users);
    agents = List.copyOf(agents);
    resources = List.copyOf(resources);
  }

  /** Gives every user a login. */
  public void registerUsers(Registrar registrar) {
    users.forEach(registrar::registerUser);
  }

  /** Gives every user a login, and makes every agent a client of the token service. */
  public void registerUsersAndClients(Registrar registrar) {
    registerUsers(registrar);
    agents.forEach(registrar::registerClient);
  }

  /** Registers something for every user with every agent. */
  public void forEachUserAndAgent(BiConsumer<String, String> register) {
    users.forEach(user -> agents.forEach(agent -> register.accept(user, agent)));
  }

  /** Registers something for every agent at every resource. */
  public void forEachAgentAndResource(BiConsumer<String, String> register) {
    agents.forEach(agent -> resources.forEach(resource -> register.accept(agent, resource)));
  }

  /** Registers something for every user at every resource. */
  public void forEachUserAndResource(BiConsumer<String, String> register) {
    users.forEach(user -> resources.forEach(resource -> register.accept(user, resource)));
  }
}
