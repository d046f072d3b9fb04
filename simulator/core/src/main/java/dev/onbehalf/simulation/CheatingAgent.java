package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.InvalidTokenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent that presents every combination of what it holds, each part left out at will. */
final class CheatingAgent {
  private final Examiner resourceServers;
  private final Map<Attempt, Optional<Evidence>> attempts = new HashMap<>();

  CheatingAgent(Examiner resourceServers) {
    this.resourceServers = resourceServers;
  }

  /** The evidence of all combinations that the resource server accepts. */
  List<Evidence> evidence(Request request, Credentials credentials) {
    Target target = new Target(request.resource(), request.action());
    return Combinations.of(credentials.held()).stream()
        .flatMap(presentation -> attempt(presentation, target).stream())
        .distinct()
        .toList();
  }

  /** The evidence of one combination; empty when the resource server refuses it. */
  Optional<Evidence> attempt(Presentation presentation, Target target) {
    return attempts.computeIfAbsent(new Attempt(presentation, target), this::examine);
  }

  private Optional<Evidence> examine(Attempt attempt) {
    try {
      return Optional.of(resourceServers.examine(attempt.presentation(), attempt.target()));
    } catch (InvalidTokenException refused) {
      return Optional.empty();
    }
  }

  /** How many different presentations were tried. */
  long presentations() {
    return attempts.size();
  }

  private record Attempt(Presentation presentation, Target target) {}
}
