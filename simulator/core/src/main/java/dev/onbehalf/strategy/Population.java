package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Whom a strategy has to provide for.
 *
 * @param forNobody whether agents work for no user, too
 */
public record Population(
    List<String> users, List<String> agents, List<String> resources, boolean forNobody) {
  public Population {
    users = List.copyOf(users);
    agents = List.copyOf(agents);
    resources = List.copyOf(resources);
  }

  /** Agents that work for users only. */
  public Population(List<String> users, List<String> agents, List<String> resources) {
    this(users, agents, resources, false);
  }

  /** The same, with other users. */
  public Population withUsers(List<String> others) {
    return new Population(others, agents, resources, forNobody);
  }

  /** The same, with other agents. */
  public Population withAgents(List<String> others) {
    return new Population(users, others, resources, forNobody);
  }

  /** The same, with other resources. */
  public Population withResources(List<String> others) {
    return new Population(users, agents, others, forNobody);
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

  /** Registers something for every agent on its own, if agents work for nobody. */
  public void forNobodyAndEachAgent(BiConsumer<String, String> register) {
    if (forNobody) {
      agents.forEach(agent -> register.accept(Attributes.NO_USER, agent));
    }
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
