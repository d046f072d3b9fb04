package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.OperationCounts;
import dev.onbehalf.token.TokenService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A world of one user, some agents and one resource, to learn how a strategy behaves anywhere. */
final class Probe {
  private static final String USER = "probe-user";
  private static final Target TARGET = new Target("probe-resource", "use");

  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Callers callers;
  private final EnforcementPoint enforcementPoint;

  Probe(CredentialStrategy strategy, TokenService tokenService, int agents) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    Population population = new Population(List.of(USER), path(agents), List.of(TARGET.resource()));
    callers = new Callers(strategy, population, tokenService);
    enforcementPoint = new EnforcementPoint(strategy, tokenService);
  }

  private static List<String> path(int length) {
    return IntStream.rangeClosed(1, length).mapToObj(i -> "probe-agent-" + i).toList();
  }

  private static Request request(int length) {
    return new Request(USER, path(length), TARGET.resource(), TARGET.action(), new TreeMap<>());
  }

  /** What one call through one agent costs, once the user is logged in. */
  OperationCounts costOfObtaining() {
    Call call = callers.call(request(1));
    // The first time the user logs in, which isn't part of obtaining and isn't done again.
    strategy.obtain(call);
    OperationCounts before = tokenService.meter().counts();
    strategy.obtain(call);
    return tokenService.meter().counts().since(before);
  }

  /** How many tokens one call through one agent has minted, once the user is logged in. */
  long tokensOfObtaining() {
    Call call = callers.call(request(1));
    strategy.obtain(call);
    long before = tokenService.tokensIssued();
    strategy.obtain(call);
    return tokenService.tokensIssued() - before;
  }

  /** How many bytes of tokens one call through one agent presents. */
  long tokenBytes() {
    return callers.credentials(request(1)).presentation().tokenBytes();
  }

  /** What cheating agents can show, by the lengths of the scenario's paths. */
  Map<Integer, List<EvidenceShape>> cheats(Scenario scenario) {
    Map<Integer, List<EvidenceShape>> cheats = new TreeMap<>();
    Stream<List<String>> indirect = scenario.paths().stream().filter(path -> !path.isEmpty());
    indirect.map(List::size).forEach(n -> cheats.computeIfAbsent(n, this::cheats));
    return cheats;
  }

  private List<EvidenceShape> cheats(int length) {
    Request request = request(length);
    Credentials credentials = callers.credentials(request);
    return Combinations.of(credentials.held()).stream()
        .flatMap(presentation -> shape(presentation, request).stream())
        .distinct()
        .toList();
  }

  private Optional<EvidenceShape> shape(Presentation presentation, Request request) {
    try {
      Evidence evidence = enforcementPoint.examine(presentation, TARGET);
      return Optional.of(EvidenceShape.of(evidence.verified(), USER, request.via()));
    } catch (InvalidTokenException refused) {
      return Optional.empty();
    }
  }
}
