package dev.onbehalf.products.server;

import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.strategy.Population;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server that all tests ask, as it takes long to start. */
final class SharedKeycloak {
  /** One realm for the users, agents and resources of all scenarios. */
  static final Population POPULATION = population();

  static final KeycloakServer SERVER = start();

  private SharedKeycloak() {}

  private static KeycloakServer start() {
    try {
      KeycloakServer server = new KeycloakServer(new RealmFile(POPULATION));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Population population() {
    List<String> users = new ArrayList<>();
    List<String> agents = new ArrayList<>();
    List<String> resources = new ArrayList<>(List.of("payroll"));
    try {
      for (Path file : ProfileAgreement.scenarios()) {
        Population one = Callers.population(ProfileAgreement.read(file));
        users.addAll(one.users());
        agents.addAll(one.agents());
        resources.addAll(one.resources());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Population(distinct(users), distinct(agents), distinct(resources));
  }

  private static List<String> distinct(List<String> names) {
    return names.stream().distinct().toList();
  }
}
