package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.score.EvidenceShape;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.UnsignedWords;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A world of one user, some agents and one resource, to learn how a strategy behaves anywhere. */
public final class Probe {
  // No name in a scenario starts like these, nor do any two of these meet.
  private static final String USER = "-probeuser";
  private static final String AGENT = "-probe-agent";
  private static final String STRANGER = "-probestranger";
  // More headers than that share their words.
  private static final int LAST_PLACE = 7;
  private static final int CAVEAT = LAST_PLACE + 1;
  private static final String VALUE_OF = "_probe";
  private static final Target TARGET = new Target("-proberesource", "use");
  private static final SortedMap<Where, Target> ELSEWHERE =
      new TreeMap<>(
          Map.of(
              Where.OTHER_ACTION, new Target(TARGET.resource(), "-probeaction"),
              Where.OTHER_RESOURCE, new Target("-probeother", "use")));

  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Proof proof;
  private final int agents;
  private final SortedMap<String, String> context = new TreeMap<>();
  private final List<String> unsigned;
  private final Map<String, EvidenceShape.Choice> strangers = new HashMap<>();
  private final Callers callers;
  private final EnforcementPoint enforcementPoint;
  private Optional<CheatingCaller> strangeCaller = Optional.empty();

  /** A world with the paths and the context of the scenario. */
  public static Probe of(
      CredentialStrategy strategy, TokenService tokenService, Scenario scenario) {
    return new Probe(
        strategy, tokenService, longestPath(scenario), scenario.context(), scenario.hasNobody());
  }

  /** A world in which agents work for users only. */
  public Probe(
      CredentialStrategy strategy,
      TokenService tokenService,
      int agents,
      List<ContextAttribute> attributes) {
    this(strategy, tokenService, agents, attributes, false);
  }

  private Probe(
      CredentialStrategy strategy,
      TokenService tokenService,
      int agents,
      List<ContextAttribute> attributes,
      boolean forNobody) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    this.agents = agents;
    proof = strategy.about().proof();
    for (ContextAttribute attribute : attributes) {
      context.put(attribute.name(), VALUE_OF + attribute.name());
    }
    unsigned = UnsignedWords.attributes(proof, attributes);
    callers =
        new Callers(
            strategy, population(agents, forNobody), tokenService, new Contexts(attributes));
    enforcementPoint = new EnforcementPoint(strategy, tokenService);
  }

  /** How many agents the longest path of the scenario has, which are probed. */
  public static int longestPath(Scenario scenario) {
    return scenario.chains().stream().mapToInt(List::size).max().orElse(1);
  }

  /**
   * The strategy, guarded, with the proof that it gives in the contexts of the scenario; what its
   * tokens tell of the user's login is added, and what it shows of calls for nobody, where the
   * scenario has either.
   */
  public static CredentialStrategy observed(
      CredentialStrategy unguarded, TokenService tokenService, Scenario scenario) {
    CredentialStrategy strategy = guarded(unguarded, scenario);
    List<String> ofLogin = scenario.contexts().knownTo(KnownTo.LOGIN);
    if (ofLogin.isEmpty() && !scenario.hasNobody()) {
      return strategy;
    }
    Probe probe = of(strategy, tokenService, scenario);
    Proof proof = probe.showingOfLogin(ofLogin.stream().map(Attributes::context).toList());
    return NamingGuard.of(
        strategy,
        strategy
            .about()
            .proving(
                scenario.hasNobody()
                    ? proof.showingForNobody(probe.shown(probe.request(1).forNobody()))
                    : proof));
  }

  /** The strategy, guarded, of which nothing is observed as yet. */
  static CredentialStrategy guarded(CredentialStrategy strategy, Scenario scenario) {
    return LoginReader.of(NamingGuard.of(strategy, scenario.contexts()), scenario.contexts());
  }

  /** The proof with those of the attributes that points are seen to learn from users' calls. */
  private Proof showingOfLogin(List<String> attributes) {
    return attributes.isEmpty()
        ? proof
        : proof.showingBesides(shown(request(0), attributes), shown(request(agents), attributes));
  }

  private Map<Point, List<String>> shown(Request request, List<String> attributes) {
    Map<Point, List<String>> shown = shown(request);
    shown.replaceAll((point, all) -> all.stream().filter(attributes::contains).toList());
    return shown;
  }

  /** The attributes that each point learns from a call; none where it gets nowhere. */
  private Map<Point, List<String>> shown(Request request) {
    Callers.Obtained obtained = callers.obtained(request);
    Map<Point, List<String>> shown = new EnumMap<>(Point.class);
    obtained
        .credentials()
        .flatMap(
            credentials ->
                new Passage(strategy, tokenService, enforcementPoint)
                    .walk(
                        credentials.door(),
                        credentials.presentation(),
                        TARGET,
                        callers.state(request),
                        visit -> true))
        .toOptional()
        .map(visits -> Stream.concat(obtained.issuance().stream(), visits.stream()))
        .ifPresent(visits -> visits.forEach(visit -> shown.put(visit.point(), attributes(visit))));
    return shown;
  }

  private List<String> attributes(Visit visit) {
    return List.copyOf(visit.evidence().deciding(proof.believed()).keySet());
  }

  private Population population(int agents, boolean forNobody) {
    return new Population(
        Stream.concat(Stream.of(USER), strangers(Attributes.USER)).toList(),
        Stream.concat(path(agents).stream(), strangers(Attributes.AGENT)).toList(),
        Stream.concat(Stream.of(TARGET), ELSEWHERE.values().stream())
            .map(Target::resource)
            .distinct()
            .toList(),
        forNobody);
  }

  private Stream<String> strangers(String attribute) {
    return unsigned.contains(attribute)
        ? IntStream.rangeClosed(0, LAST_PLACE).mapToObj(place -> stranger(attribute, place))
        : Stream.empty();
  }

  private static String stranger(String attribute, int place) {
    return STRANGER + place + "-" + attribute;
  }

  private static List<String> path(int length) {
    return IntStream.rangeClosed(1, length).mapToObj(i -> AGENT + i).toList();
  }

  private Request request(int length) {
    return request(path(length));
  }

  private Request request(List<String> path) {
    return new Request(USER, path, TARGET.resource(), TARGET.action(), context);
  }

  /** A request that tells what the points can be made to see of all others of the pattern. */
  private Request request(RouteShape.Pattern pattern) {
    Request request = request(pattern.agents().stream().map(agent -> AGENT + (agent + 1)).toList());
    return pattern.forNobody() ? request.forNobody() : request;
  }

  /** What one call through one agent costs until the resource is called, the user logged in. */
  public OperationCounts costOfObtaining() {
    // The first time the user logs in, which isn't part of obtaining and isn't done again.
    call();
    OperationCounts before = tokenService.meter().counts();
    Credentials credentials = obtain();
    OperationCounts obtaining = tokenService.meter().counts().since(before);
    return obtaining.plus(forward(credentials).costOfForwarding());
  }

  /** How many tokens one call through one agent has minted, once the user is logged in. */
  public long tokensOfObtaining() {
    call();
    long before = tokenService.tokensIssued();
    Credentials credentials = obtain();
    long obtaining = tokenService.tokensIssued() - before;
    return obtaining + forward(credentials).tokensOfForwarding();
  }

  private void call() {
    forward(obtain());
  }

  private Credentials obtain() {
    Request request = request(1);
    return strategy
        .obtain(callers.call(request))
        .orElseThrow(refusal -> Callers.gotNothing(strategy, request, refusal));
  }

  private Passage forward(Credentials credentials) {
    Passage passage = new Passage(strategy, tokenService, enforcementPoint);
    passage
        .walk(credentials.door(), credentials.presentation(), TARGET, visit -> true)
        .orElseThrow(
            refusal ->
                new StrategyFailedException(
                    strategy.about().name(),
                    "its own credential was refused: " + refusal.description()));
    return passage;
  }

  /** How many bytes of tokens one call through one agent presents. */
  public long tokenBytes() {
    return callers.credentials(request(1)).presentation().tokenBytes();
  }

  /** All that is to be learned of the strategy for the scenario. */
  public Behaviour behaviour(Scenario scenario) {
    return new Behaviour(
        strategy,
        cheats(scenario),
        attacks(scenario),
        headers(),
        costOfObtaining(),
        tokensOfObtaining(),
        tokenBytes(),
        passesUserTokens(),
        passesForUser());
  }

  /** The headers that honest callers write, in person, by an agent or at the end of a chain. */
  List<String> headers() {
    return Stream.of(0, 1, agents)
        .flatMap(length -> callers.credentials(request(length)).held().stream())
        .filter(Part.Header.class::isInstance)
        .map(part -> ((Part.Header) part).name())
        .distinct()
        .toList();
  }

  /** Whether an agent ends up with a token that is good at the resource as the user's own. */
  public boolean passesUserTokens() {
    return IntStream.of(1, agents)
        .mapToObj(length -> callers.credentials(request(length)).held())
        .flatMap(held -> new Presentation(held).tokens().stream())
        .anyMatch(this::isOfUser);
  }

  private boolean isOfUser(CompactToken token) {
    return enforcementPoint
        .examine(Point.RESOURCE, Presentation.bearer(token), TARGET)
        .toOptional()
        .flatMap(examined -> examined.presentation().token())
        .filter(verified -> verified.isOfLogin() && verified.subject().equals(USER))
        .isPresent();
  }

  /** Whether an agent looks like the user in person, or can by cheating. */
  public boolean passesForUser() {
    return declared(request(0)).equals(declared(request(1))) || isDeniable();
  }

  /** Whether an agent that cheats can pass for the user in person, and an honest one doesn't. */
  public boolean isDeniable() {
    List<SortedMap<String, String>> own = declared(request(0));
    CheatingCaller agent =
        new CheatingCaller(
            strategy, tokenService, callers, enforcementPoint, Writing.NOTHING, List.of());
    return !own.equals(declared(request(1)))
        && agent.routes(request(1)).stream().map(this::shown).anyMatch(own::equals);
  }

  private List<SortedMap<String, String>> declared(Request request) {
    return proof.passed(request.user(), request.via()).stream()
        .map(point -> point.shownBy(request.user(), request.via(), request.context()))
        .toList();
  }

  private List<SortedMap<String, String>> shown(Route route) {
    return route.visits().stream()
        .map(visit -> visit.evidence().deciding(proof.believed()))
        .toList();
  }

  /** What points can be made to see by cheating callers, by the patterns of the requests. */
  public Map<RouteShape.Pattern, List<RouteShape>> cheats(Scenario scenario) {
    CheatingCaller caller = strangeCaller();
    Map<RouteShape.Pattern, List<RouteShape>> cheats = new HashMap<>();
    patterns(scenario).forEach(pattern -> cheats.put(pattern, shapes(caller, request(pattern))));
    return cheats;
  }

  /** What attackers can do with what callers of the scenario hold and present. */
  public AttackShapes attacks(Scenario scenario) {
    CheatingCaller caller = strangeCaller();
    AttackProbe attackProbe =
        new AttackProbe(
            strategy, tokenService, callers, enforcementPoint, strangeWords(), this::shape);
    Map<RouteShape.Pattern, AttackShapes.Caller> shapes = new HashMap<>();
    for (RouteShape.Pattern pattern : patterns(scenario)) {
      Request request = request(pattern);
      shapes.put(
          pattern,
          attackProbe.caller(request, populationOf(agents), caller.routes(request), ELSEWHERE));
    }
    return new AttackShapes(
        shapes,
        attackProbe.secrets(request(1), populationOf(1), caller.routes(request(List.of()))));
  }

  private static Population populationOf(int agents) {
    return new Population(List.of(USER), path(agents), List.of(TARGET.resource()));
  }

  /** The patterns that requests of the scenario have. */
  static Set<RouteShape.Pattern> patterns(Scenario scenario) {
    Set<RouteShape.Pattern> patterns = new LinkedHashSet<>();
    List<List<String>> paths = scenario.paths();
    for (String user : scenario.hasNobody() ? List.of(USER, Attributes.NO_USER) : List.of(USER)) {
      Scenario.pathsOf(user, paths).stream()
          .map(path -> RouteShape.pattern(user, path))
          .forEach(patterns::add);
    }
    return patterns;
  }

  private CheatingCaller strangeCaller() {
    CheatingCaller caller =
        strangeCaller.orElseGet(
            () ->
                new CheatingCaller(
                    strategy, tokenService, callers, enforcementPoint, strangeWords(), List.of()));
    strangeCaller = Optional.of(caller);
    return caller;
  }

  private Writing strangeWords() {
    SortedMap<String, List<String>> words = new TreeMap<>();
    for (String header : headers()) {
      int place = Math.min(words.size(), LAST_PLACE);
      words.put(header, unsigned.stream().map(attribute -> strange(attribute, place)).toList());
    }
    return new Writing(words, Writing.caveats(Stream.of(strange(Attributes.AGENT, CAVEAT))), true);
  }

  /** A word that has no part in an honest call, written in one place. */
  private String strange(String attribute, int place) {
    String word = stranger(attribute, place);
    strangers.put(word, new EvidenceShape.Choice(attribute, place));
    return word;
  }

  private List<RouteShape> shapes(CheatingCaller caller, Request request) {
    return caller.routes(request).stream()
        .map(route -> shape(route.visits(), request))
        .distinct()
        .toList();
  }

  private RouteShape shape(List<Visit> visits, Request request) {
    return new RouteShape(
        visits.stream()
            .map(visit -> new RouteShape.Stop(visit.point(), shape(visit, request)))
            .toList());
  }

  private EvidenceShape shape(Visit visit, Request request) {
    return EvidenceShape.of(visit.evidence().deciding(proof.believed()), request, strangers);
  }
}
