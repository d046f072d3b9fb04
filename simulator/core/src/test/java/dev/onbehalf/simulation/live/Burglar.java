package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who has one standing credential of one piece of software and nothing else: gets all that
 * it yields, writes what nobody signs, and turns to every point with every combination of it, for
 * every action at every resource and in every state of the resource.
 */
final class Burglar {
  /** What software keeps; passwords are in people's heads. */
  private static final Set<Kind> SECRETS =
      EnumSet.of(
          Kind.CLIENT,
          Kind.IMPERSONATOR,
          Kind.RESOURCE_CLIENT,
          Kind.VAULT_ENTRY,
          Kind.CERTIFICATE,
          Kind.WORKLOAD_KEY,
          Kind.SERVICE_PRINCIPAL,
          Kind.ROOT_KEY);

  private final Proof proof;
  private final TokenService tokenService;
  private final Callers callers;
  private final Writing writing;
  private final Passage passage;
  private final List<Target> targets;
  private final List<String> resources;
  private final List<SortedMap<String, String>> states;
  private final Map<Registration, List<Try>> tries = new LinkedHashMap<>();

  Burglar(
      Scenario scenario,
      Population population,
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Writing writing) {
    this.tokenService = tokenService;
    this.callers = callers;
    this.writing = writing;
    proof = strategy.about().proof();
    passage = new Passage(strategy, tokenService, new EnforcementPoint(strategy, tokenService));
    targets = scenario.targets();
    resources = targets.stream().map(Target::resource).distinct().toList();
    states = scenario.requests().map(callers::state).distinct().toList();
    Registered.of(strategy, population).stream()
        .filter(registration -> SECRETS.contains(registration.kind()))
        .forEach(registration -> tries.put(registration, tries(registration)));
  }

  /** The credentials of one kind, with what got through to the resource of all that was tried. */
  Map<Kind, List<List<Try>>> byKind() {
    return tries.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                stolen -> stolen.getKey().kind(),
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What the points saw of a call for the target. */
  record Try(Target target, List<Visit> seen) {}

  private List<Try> tries(Registration registration) {
    List<Part> held = callers.issuance().opened(() -> yielded(registration));
    Set<Part> all = new LinkedHashSet<>(held);
    writing.forged(held).forEach(all::add);
    return Combinations.of(List.copyOf(all)).stream()
        .filter(one -> one.parts().stream().anyMatch(part -> !(part instanceof Part.Header)))
        .flatMap(this::tries)
        .distinct()
        .toList();
  }

  private List<Part> yielded(Registration registration) {
    String name = registration.names().get(0);
    return switch (registration.kind()) {
      case CLIENT, IMPERSONATOR -> tokens(tokenService.client(name)).map(Burglar::bearer).toList();
      case VAULT_ENTRY ->
          tokenService.vaultToken(name, registration.names().get(1)).toOptional().stream()
              .map(Burglar::bearer)
              .toList();
      case ROOT_KEY ->
          List.of(
              new Part.Macaroon(tokenService.logIn(name).macaroon(registration.names().get(1))));
      case CERTIFICATE -> List.of(new Part.Certificate(tokenService.workload(name).certificate()));
      case WORKLOAD_KEY ->
          List.of(
              new Part.SignedHeader(
                  WorkloadVerifier.IDENTITY_HEADER,
                  tokenService.workload(name).key().identityToken()));
      // the resource's own server takes it for nothing but assertions of users
      // and tickets in an agent's own name, which is no user's, open nothing
      case RESOURCE_CLIENT,
          SERVICE_PRINCIPAL,
          DELEGATION_TARGET,
          USER,
          AGENT_NAME,
          CONSENT,
          ADMINISTRATOR_CONSENT ->
          List.of();
    };
  }

  private static Part bearer(CompactToken token) {
    return new Part.BearerToken(token);
  }

  /** Its own tokens for everybody who takes some, and what it gets in exchange for them. */
  private Stream<CompactToken> tokens(AgentClient client) {
    List<CompactToken> own = new ArrayList<>();
    Stream.concat(resources.stream(), Stream.of(TokenService.GATEWAY, TokenService.BROKER))
        .forEach(audience -> client.accessToken(audience).toOptional().ifPresent(own::add));
    client.actorToken().toOptional().ifPresent(own::add);
    return Stream.concat(
        own.stream(),
        own.stream()
            .flatMap(
                token ->
                    resources.stream()
                        .flatMap(
                            resource ->
                                client.impersonate(token, resource, "").toOptional().stream())));
  }

  private Stream<Try> tries(Presentation presentation) {
    return passage.doors().stream()
        .flatMap(
            door ->
                targets.stream()
                    .flatMap(
                        target ->
                            states.stream()
                                .flatMap(state -> seen(door, presentation, target, state).stream())
                                .map(visits -> new Try(target, visits))));
  }

  private Optional<List<Visit>> seen(
      Point door, Presentation presentation, Target target, SortedMap<String, String> state) {
    List<Visit> issuance = callers.issuance().passedFor(presentation);
    return passage
        .walk(door, presentation, target, state, visit -> visit.isConceivable(proof))
        .toOptional()
        .filter(visits -> visits.get(visits.size() - 1).point() == Point.RESOURCE)
        .map(visits -> Stream.concat(issuance.stream(), visits.stream()).toList());
  }
}
