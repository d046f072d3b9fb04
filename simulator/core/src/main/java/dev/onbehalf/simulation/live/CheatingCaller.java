package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A user in person or an agent that turns to any point with every combination of what it holds,
 * each part left out at will; that writes what it likes where nobody signs; and, if an agent, that
 * exchanges the tokens made out to it without saying that it acts. On a user's own machine, she and
 * her agents do all that any of them can.
 */
public final class CheatingCaller {
  /**
   * One way in which a call can be made.
   *
   * @param as the request that its caller would make who holds what is presented
   * @param door the point that it is first presented to
   * @param concealed whether it takes a token that an agent got by concealing that it is one
   * @param visits what the points that it passes see, as far as it gets
   */
  public record Route(
      Request as, Point door, Presentation presentation, boolean concealed, List<Visit> visits) {
    public Route {
      visits = List.copyOf(visits);
    }
  }

  private final Proof proof;
  private final TokenService tokenService;
  private final Callers callers;
  private final Passage passage;
  private final Writing writing;
  private final List<List<String>> atUser;
  private final Function<Request, List<Part>> besides;
  private final Map<Attempt, Optional<List<Visit>>> attempts = new HashMap<>();
  private final Map<Laundering, Optional<CompactToken>> laundered = new HashMap<>();
  private final Set<CompactToken> concealing = new HashSet<>();
  private long tokensMinted;

  /**
   * One of the callers, who writes what it can.
   *
   * @param atUser the paths whose callers hold what the user holds
   */
  public CheatingCaller(
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Examiner examiner,
      Writing writing,
      List<List<String>> atUser) {
    this(
        strategy,
        tokenService,
        callers,
        new Passage(strategy, tokenService, examiner),
        writing,
        atUser,
        request -> List.of());
  }

  /**
   * One of the callers, who holds more than what the strategy gives it.
   *
   * @param passage by which it calls, perhaps one that was used before
   * @param besides what the caller of a request holds in addition
   */
  CheatingCaller(
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Passage passage,
      Writing writing,
      List<List<String>> atUser,
      Function<Request, List<Part>> besides) {
    this.besides = besides;
    this.tokenService = tokenService;
    this.callers = callers;
    this.passage = passage;
    this.writing = writing;
    this.atUser = List.copyOf(atUser);
    proof = strategy.about().proof();
  }

  /** All ways to make the request that get as far as the resource; the honest one is among them. */
  public List<Route> routes(Request request) {
    return sharing(request).flatMap(other -> routesAs(other).stream()).toList();
  }

  /** The request, and the others whose callers hold the same. */
  Stream<Request> sharing(Request request) {
    return !request.isForNobody() && atUser.contains(request.via())
        ? Stream.concat(Stream.of(request), atUser.stream().map(request::on)).distinct()
        : Stream.of(request);
  }

  private List<Route> routesAs(Request request) {
    callers.prepare(request);
    long before = tokenService.tokensIssued();
    List<Route> routes = routes(request, callers.credentials(request).held());
    tokensMinted += tokenService.tokensIssued() - before;
    return routes;
  }

  /** All ways to make the request with what its caller has obtained for it. */
  List<Route> routes(Request request, List<Part> obtained) {
    return callers
        .issuance()
        .opened(
            () ->
                Combinations.of(held(obtained, request)).stream()
                    .flatMap(presentation -> routes(presentation, request))
                    .toList());
  }

  private List<Part> held(List<Part> obtained, Request request) {
    List<Part> held = new ArrayList<>(obtained);
    held.addAll(besides.apply(request));
    if (!request.isDirect()) {
      for (CompactToken token : new Presentation(held).tokens()) {
        launder(token, request).map(this::concealing).ifPresent(held::add);
      }
    }
    return Stream.concat(held.stream(), writing.forged(held)).distinct().toList();
  }

  private Part concealing(CompactToken token) {
    concealing.add(token);
    return new Part.BearerToken(token);
  }

  /** What the token service makes of the token when the agent conceals that it is one. */
  private Optional<CompactToken> launder(CompactToken token, Request request) {
    String presenter = Proof.Showing.presenter(request.via());
    return laundered.computeIfAbsent(
        new Laundering(presenter, token, request.resource()), this::launder);
  }

  private Optional<CompactToken> launder(Laundering laundering) {
    return tokenService.isClient(laundering.agent())
        ? tokenService
            .client(laundering.agent())
            .impersonate(laundering.token(), laundering.resource(), "")
            .toOptional()
        : Optional.empty();
  }

  private Stream<Route> routes(Presentation presentation, Request request) {
    SortedMap<String, String> state = callers.state(request);
    return passage.doors().stream()
        .flatMap(
            door ->
                attempts
                    .computeIfAbsent(
                        new Attempt(door, presentation, request.target(), state), this::walk)
                    .map(
                        visits ->
                            new Route(request, door, presentation, conceals(presentation), visits))
                    .stream());
  }

  private boolean conceals(Presentation presentation) {
    return presentation.tokens().stream().anyMatch(concealing::contains);
  }

  private Optional<List<Visit>> walk(Attempt attempt) {
    List<Visit> issuance = callers.issuance().passedFor(attempt.presentation());
    return passage
        .walk(
            attempt.door(),
            attempt.presentation(),
            attempt.target(),
            attempt.state(),
            visit -> visit.isConceivable(proof))
        .toOptional()
        .filter(visits -> visits.get(visits.size() - 1).point() == Point.RESOURCE)
        .map(visits -> Stream.concat(issuance.stream(), visits.stream()).toList());
  }

  /** Whether all ways to make the request are tried, and not just those with some words. */
  boolean triesAll(Request request) {
    return sharing(request)
        .noneMatch(other -> writing.isCutShortFor(callers.credentials(other).held()));
  }

  /** How many different presentations were tried. */
  public long presentations() {
    return attempts.size();
  }

  /** How many tokens were minted for cheats. */
  public long tokensMinted() {
    return tokensMinted;
  }

  private record Attempt(
      Point door, Presentation presentation, Target target, SortedMap<String, String> state) {}

  private record Laundering(String agent, CompactToken token, String resource) {}
}
