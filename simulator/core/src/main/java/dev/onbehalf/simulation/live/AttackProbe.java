package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.attack.AttackShapes.Arrival;
import dev.onbehalf.simulation.attack.AttackShapes.Caller;
import dev.onbehalf.simulation.attack.AttackShapes.Copied;
import dev.onbehalf.simulation.attack.AttackShapes.Secret;
import dev.onbehalf.simulation.attack.AttackShapes.Way;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Learns in a probe's world what attackers can do with what callers hold and present. */
final class AttackProbe {
  /** What an agent proves itself with, which can be taken away from it. */
  private static final Set<Kind> PROVING =
      EnumSet.of(
          Kind.CLIENT,
          Kind.IMPERSONATOR,
          Kind.RESOURCE_CLIENT,
          Kind.CERTIFICATE,
          Kind.WORKLOAD_KEY,
          Kind.SERVICE_PRINCIPAL);

  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Callers callers;
  private final EnforcementPoint enforcementPoint;
  private final Writing writing;
  private final BiFunction<List<Visit>, Request, RouteShape> shapes;
  private final Proof proof;
  private final PartLife life;

  /**
   * A probe.
   *
   * @param writing what a thief can write
   * @param shapes what points saw of a request, with the parties left open
   */
  AttackProbe(
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      EnforcementPoint enforcementPoint,
      Writing writing,
      BiFunction<List<Visit>, Request, RouteShape> shapes) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    this.callers = callers;
    this.enforcementPoint = enforcementPoint;
    this.writing = writing;
    this.shapes = shapes;
    proof = strategy.about().proof();
    life = new PartLife(tokenService.now());
  }

  /**
   * What the caller of the request can do.
   *
   * @param routes all ways to make it
   * @param elsewhere other targets than its own
   */
  Caller caller(
      Request request, Population population, List<Route> routes, Map<Where, Target> elsewhere) {
    boolean unattended =
        !request.isDirect() && !request.isForNobody() && callers.isServedUnattended(request);
    return new Caller(
        unattended,
        ways(request, population, routes, unattended),
        request.isDirect() ? List.of() : arrivals(request, elsewhere));
  }

  private List<Way> ways(
      Request request, Population population, List<Route> routes, boolean unattended) {
    boolean proves = provesItself(request, population);
    boolean ownedByUser =
        registeredFor(Registered.forUser(strategy, population, request.user()))
            .anyMatch(any -> true);
    Map<RouteShape, Way> longest = new LinkedHashMap<>();
    for (Route route : routes) {
      Way way =
          new Way(
              shapes.apply(route.visits(), request),
              proves ? withoutAgent(route) : Optional.empty(),
              withoutUser(route, !unattended || ownedByUser));
      longest.merge(way.shape(), way, AttackProbe::longer);
    }
    return List.copyOf(longest.values());
  }

  private boolean provesItself(Request request, Population population) {
    return !request.isDirect()
        && registeredFor(
                Registered.forAgent(strategy, population, Proof.Showing.presenter(request.via())))
            .anyMatch(any -> true);
  }

  private static Stream<Registration> registeredFor(Set<Registration> alone) {
    return alone.stream().filter(one -> PROVING.contains(one.kind()));
  }

  private static Way longer(Way one, Way other) {
    return new Way(
        one.shape(),
        longer(one.withoutAgent(), other.withoutAgent()),
        longer(one.withoutUser(), other.withoutUser()));
  }

  private static Optional<Long> longer(Optional<Long> one, Optional<Long> other) {
    return one.flatMap(seconds -> other.map(others -> Math.max(seconds, others)));
  }

  /** What the user hands over is had anew at any time; what the agent proves itself with isn't. */
  private Optional<Long> withoutAgent(Route route) {
    UserSession user = callers.sessionOf(route.as());
    String agent = Proof.Showing.presenter(route.as().via());
    List<Part> own =
        route.presentation().parts().stream()
            .filter(part -> !isOfUser(part, user) && !PartLife.isAskedForByAnother(agent, part))
            // made anew for each call
            .filter(part -> !part.isGoodOnce())
            .toList();
    // certificates and the keys of steps are looked up in each call
    return own.stream().anyMatch(AttackProbe::isLookedUp)
        ? Optional.of(0L)
        : life.shortest(own.stream());
  }

  private static boolean isLookedUp(Part part) {
    return part instanceof Part.Certificate || PartLife.holdsSteps(part);
  }

  private static boolean isOfUser(Part part, UserSession user) {
    return part instanceof Part.Header
        || part instanceof Part.Macaroon
        || PartLife.token(part).filter(user::hasYielded).isPresent();
  }

  /**
   * The user's tokens are good until they expire, and so is a grant that another server takes
   * without asking; a root key is looked for at each call.
   *
   * @param needsUser whether credentials can't be had without the user, or hers are taken away
   */
  private Optional<Long> withoutUser(Route route, boolean needsUser) {
    List<Part> parts = route.presentation().parts();
    if (parts.stream().anyMatch(Part.Macaroon.class::isInstance)) {
      return Optional.of(0L);
    }
    List<Part> ofUser =
        parts.stream().filter(part -> PartLife.isOf(route.as().user(), part)).toList();
    if (!ofUser.isEmpty()) {
      return life.shortest(ofUser.stream())
          .map(seconds -> seconds + longestGrant(route.as(), ofUser));
    }
    return needsUser ? life.shortest(parts.stream()) : Optional.empty();
  }

  /** For how long what the caller holds is taken for another of the tokens. */
  private long longestGrant(Request request, List<Part> presented) {
    List<Part> grants =
        callers.credentials(request).heldBesides().stream()
            .filter(part -> PartLife.isOf(request.user(), part))
            .filter(part -> presented.stream().anyMatch(token -> isGrant(part, token)))
            .toList();
    // in its last second it is still taken
    return life.shortest(grants.stream()).map(seconds -> seconds - 1).orElse(0L);
  }

  private static boolean isGrant(Part held, Part presented) {
    return PartLife.token(held)
        .flatMap(
            grant ->
                PartLife.token(presented)
                    .filter(token -> PartLife.isAddressedToIssuer(grant, token)))
        .isPresent();
  }

  private List<Arrival> arrivals(Request request, Map<Where, Target> elsewhere) {
    return callers
        .obtained(request)
        .credentials()
        .toOptional()
        .map(credentials -> arrivals(request, credentials, elsewhere))
        .orElse(List.of());
  }

  private List<Arrival> arrivals(
      Request request, Credentials credentials, Map<Where, Target> elsewhere) {
    Map<Point, Presentation> arriving = new LinkedHashMap<>();
    Examiner recorder =
        (point, presentation, target) -> {
          arriving.put(point, presentation);
          return enforcementPoint.examine(point, presentation, target);
        };
    // the call itself uses up what is good only once
    enforcementPoint.forgetUses();
    new Passage(strategy, tokenService, recorder)
        .walk(
            credentials.door(),
            credentials.presentation(),
            request.target(),
            callers.state(request),
            visit -> true);
    return arriving.entrySet().stream()
        .map(one -> arrival(request, one.getKey(), one.getValue(), elsewhere))
        .toList();
  }

  private Arrival arrival(
      Request request, Point point, Presentation arrived, Map<Where, Target> elsewhere) {
    boolean once = arrived.isGoodOnce();
    boolean keyed = once || arrived.parts().stream().anyMatch(Part.Certificate.class::isInstance);
    List<Part> taken =
        arrived.parts().stream().filter(part -> !(part instanceof Part.Certificate)).toList();
    List<Part> held = Stream.concat(taken.stream(), writing.forged(taken)).distinct().toList();
    Thief thief = new Thief(request, point, elsewhere);
    Combinations.of(held).stream()
        .filter(copy -> copy.parts().stream().anyMatch(part -> !(part instanceof Part.Header)))
        .forEach(thief::present);
    return new Arrival(point, keyed, once, List.copyOf(thief.copies));
  }

  /** Presents copies at one point. */
  private final class Thief {
    private final Request request;
    private final Point point;
    private final Map<Where, Target> elsewhere;
    private final Passage passage = new Passage(strategy, tokenService, enforcementPoint);
    private final Set<Copied> copies = new LinkedHashSet<>();

    /** Where signed parts are let in; what is written beside them makes no difference to that. */
    private final Map<List<Part>, List<Where>> open = new LinkedHashMap<>();

    Thief(Request request, Point point, Map<Where, Target> elsewhere) {
      this.request = request;
      this.point = point;
      this.elsewhere = elsewhere;
    }

    void present(Presentation copy) {
      shown(copy, request.target())
          .map(visits -> shapes.apply(visits, request))
          .ifPresent(shape -> keep(copy, shape));
    }

    private void keep(Presentation copy, RouteShape shape) {
      Optional<Long> seconds = life.shortest(copy.parts().stream());
      copies.add(new Copied(shape, Where.OWN_ACTION, seconds));
      List<Part> signed =
          copy.parts().stream().filter(part -> !(part instanceof Part.Header)).toList();
      open.computeIfAbsent(signed, any -> openFor(copy))
          .forEach(where -> copies.add(new Copied(shape, where, seconds)));
    }

    private List<Where> openFor(Presentation copy) {
      return elsewhere.entrySet().stream()
          .filter(other -> shown(copy, other.getValue()).isPresent())
          .map(Map.Entry::getKey)
          .toList();
    }

    private Optional<List<Visit>> shown(Presentation copy, Target target) {
      return AttackProbe.this.shown(passage, point, copy, request, target);
    }
  }

  /** What the points see of the presentation, if it gets to the resource. */
  private Optional<List<Visit>> shown(
      Passage passage, Point point, Presentation presentation, Request request, Target target) {
    return passage
        .walk(point, presentation, target, callers.state(request), this::isConceivable)
        .toOptional()
        .filter(visits -> visits.get(visits.size() - 1).point() == Point.RESOURCE);
  }

  private boolean isConceivable(Visit visit) {
    return proof
        .at(visit.point())
        .isShownInFullBy(visit.evidence().deciding(proof.believed()).keySet());
  }

  /** What the standing credentials show that are registered for a call of the request. */
  List<Secret> secrets(Request request, Population population, List<Route> ofUser) {
    Map<Kind, Set<RouteShape>> shown = new LinkedHashMap<>();
    for (Registration registration : Registered.of(strategy, population)) {
      switch (registration.kind()) {
        case CLIENT, IMPERSONATOR ->
            collect(shown, registration, request, ownToken(registration, request));
        case VAULT_ENTRY ->
            collect(shown, registration, request, vaultToken(registration, request));
        case ROOT_KEY ->
            shown
                .computeIfAbsent(registration.kind(), any -> new LinkedHashSet<>())
                .addAll(
                    ofUser.stream()
                        .map(route -> shapes.apply(route.visits(), route.as()))
                        .toList());
        case RESOURCE_CLIENT, CERTIFICATE, WORKLOAD_KEY, SERVICE_PRINCIPAL ->
            shown.computeIfAbsent(registration.kind(), any -> new LinkedHashSet<>());
        case USER, AGENT_NAME, CONSENT, ADMINISTRATOR_CONSENT, DELEGATION_TARGET -> {
          // no secret of any software's
        }
      }
    }
    return shown.entrySet().stream()
        .map(
            kind ->
                new Secret(
                    kind.getKey().word(),
                    kind.getKey() == Kind.CLIENT || kind.getKey() == Kind.IMPERSONATOR,
                    RouteShape.pattern(
                        kind.getKey() == Kind.ROOT_KEY ? request.on(List.of()) : request),
                    List.copyOf(kind.getValue())))
        .toList();
  }

  private Optional<CompactToken> ownToken(Registration registration, Request request) {
    return tokenService
        .client(registration.names().get(0))
        .accessToken(request.resource())
        .toOptional();
  }

  private Optional<CompactToken> vaultToken(Registration registration, Request request) {
    return tokenService.vaultToken(registration.names().get(0), request.resource()).toOptional();
  }

  private void collect(
      Map<Kind, Set<RouteShape>> shown,
      Registration registration,
      Request request,
      Optional<CompactToken> token) {
    Set<RouteShape> shapesOfKind =
        shown.computeIfAbsent(registration.kind(), any -> new LinkedHashSet<>());
    token.ifPresent(one -> shapesOfKind.addAll(shownBy(new Part.BearerToken(one), request)));
  }

  private List<RouteShape> shownBy(Part part, Request request) {
    Passage passage = new Passage(strategy, tokenService, enforcementPoint);
    List<Part> held =
        Stream.concat(Stream.of(part), writing.forged(List.of(part))).distinct().toList();
    return Combinations.of(held).stream()
        .filter(presentation -> presentation.parts().contains(part))
        .flatMap(
            presentation ->
                shown(passage, Point.RESOURCE, presentation, request, request.target()).stream())
        .map(visits -> shapes.apply(visits, request))
        .toList();
  }
}
