package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.LoginRequiredException;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.Refusal;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.access.RunContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The users and agents of a scenario: logged in, registered, and caching what they obtain. */
public final class Callers {
  /**
   * What a caller got.
   *
   * @param issuance what the token service saw before it issued or refused
   */
  public record Obtained(Refusable<Credentials> credentials, List<Visit> issuance) {
    public Obtained {
      issuance = List.copyOf(issuance);
    }

    private boolean isGoodOnce() {
      return credentials.toOptional().filter(Credentials::areGoodOnce).isPresent();
    }
  }

  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Issuance issuance;
  private final List<CacheKey> cachedBy;
  private final Contexts contexts;
  private final List<String> ofResource;
  private final List<String> ofLogin;
  private final Map<Object, UserSession> sessions;
  private final Map<List<Object>, Obtained> cache = new HashMap<>();
  private final Map<List<Object>, Credentials> refused = new HashMap<>();
  private final boolean loggedIn;

  /**
   * The callers of a population.
   *
   * @param contexts in which they call, of which they don't know what only the resource does
   */
  public Callers(
      CredentialStrategy strategy,
      Population population,
      TokenService tokenService,
      Contexts contexts) {
    this(strategy, tokenService, contexts);
    if (strategy.about().proof().showings().stream().anyMatch(s -> s.point() == Point.ISSUANCE)) {
      tokenService.guardIssuance(issuance);
    }
    population.resources().forEach(tokenService::registerResource);
    strategy.enrol(population, tokenService);
  }

  /** The callers of a population for which the strategy needn't register anything any more. */
  Callers(CredentialStrategy strategy, TokenService tokenService, Contexts contexts) {
    this(strategy, tokenService, contexts, new Issuance(strategy), new HashMap<>(), true);
  }

  private Callers(
      CredentialStrategy strategy,
      TokenService tokenService,
      Contexts contexts,
      Issuance issuance,
      Map<Object, UserSession> sessions,
      boolean loggedIn) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    this.contexts = contexts;
    this.issuance = issuance;
    this.sessions = sessions;
    this.loggedIn = loggedIn;
    ofResource = contexts.knownTo(KnownTo.RESOURCE);
    ofLogin = contexts.knownTo(KnownTo.LOGIN);
    cachedBy = strategy.about().cacheKeys();
  }

  /** The same callers, logged in as before, with nothing obtained as yet. */
  Callers anew() {
    return new Callers(strategy, tokenService, contexts, issuance, sessions, loggedIn);
  }

  /** The agents among them, while none of their users is logged in. */
  public Callers withNobodyThere() {
    return new Callers(strategy, tokenService, contexts, issuance, new HashMap<>(), false);
  }

  /** Whom a strategy has to provide for in the scenario. */
  public static Population population(Scenario scenario) {
    return new Population(
        scenario.users(),
        scenario.agents(),
        scenario.resources().stream().map(Resource::name).toList(),
        scenario.hasNobody());
  }

  /** The token service, where it decides on what it issues. */
  public Issuance issuance() {
    return issuance;
  }

  /** What the caller of the request got, from the cache where it is kept. */
  public Obtained obtained(Request request) {
    return cached(cache, request, this::obtain, Obtained::isGoodOnce);
  }

  /**
   * What the caller would have in hand if the token service refused nothing by policy; an agent
   * that works for nobody may have nothing.
   */
  public Credentials credentials(Request request) {
    return obtained(request)
        .credentials()
        .toOptional()
        .orElseGet(() -> cached(refused, request, this::obtainAnyway, Credentials::areGoodOnce));
  }

  /** Has the caller get what it keeps for when it makes the request. */
  void prepare(Request request) {
    if (isKept(request)) {
      obtained(request);
    }
  }

  /** A single call's credential is of no use to another. */
  private boolean isKept(Request request) {
    return request.isDirect() || !isOfOneCall();
  }

  private boolean isOfOneCall() {
    return cachedBy.contains(CacheKey.CALL);
  }

  private <T> T cached(
      Map<List<Object>, T> kept,
      Request request,
      Function<Request, T> obtain,
      Predicate<T> isGoodOnce) {
    if (!isKept(request)) {
      return obtain.apply(request);
    }
    T obtained = kept.computeIfAbsent(cacheKey(request), key -> obtain.apply(request));
    if (isOfOneCall() && isGoodOnce.test(obtained)) {
      kept.remove(cacheKey(request));
    }
    return obtained;
  }

  private Obtained obtain(Request request) {
    issuance.takeRefused();
    Refusable<Credentials> credentials = credentialsOf(request);
    return new Obtained(
        credentials,
        credentials.fold(
            granted -> issuance.passedFor(granted.presentation()),
            refusal -> issuance.takeRefused()));
  }

  private Credentials obtainAnyway(Request request) {
    Refusable<Credentials> credentials = issuance.opened(() -> credentialsOf(request));
    return request.isForNobody() || !loggedIn
        ? credentials.toOptional().orElse(Credentials.of())
        : credentials.orElseThrow(refusal -> gotNothing(strategy, request, refusal));
  }

  /** The failure of a strategy that asks for what is refused to everybody. */
  static StrategyFailedException gotNothing(
      CredentialStrategy strategy, Request request, Refusal refusal) {
    return new StrategyFailedException(
        strategy.about().name(),
        "for `" + request.sentence() + "` it gets no credentials: " + refusal);
  }

  private Refusable<Credentials> credentialsOf(Request request) {
    if (!loggedIn && request.isDirect()) {
      return Refusable.refused(LoginRequiredException.CODE, "nobody is there");
    }
    if (request.isForNobody() || !loggedIn) {
      return withoutUser(call(request));
    }
    return request.isDirect()
        ? Refusable.of(strategy.obtainDirectly(call(request)))
        : strategy.obtain(call(request));
  }

  /** Whether the agent of the request gets credentials while the user isn't logged in. */
  boolean isServedUnattended(Request request) {
    return withNobodyThere().obtained(request).credentials().toOptional().isPresent();
  }

  /** The session of the request's user. */
  UserSession sessionOf(Request request) {
    return session(request);
  }

  /** An agent that would need the user gets nothing where there is none. */
  private Refusable<Credentials> withoutUser(Call call) {
    try {
      return strategy.obtain(call);
    } catch (LoginRequiredException e) {
      return Refusable.refused(LoginRequiredException.CODE, String.valueOf(e.getMessage()));
    }
  }

  /** The call that the request makes. */
  Call call(Request request) {
    return new Call(
        session(request),
        request.via(),
        request.resource(),
        request.action(),
        conveyed(request),
        tokenService::client,
        tokenService::workload,
        tokenService::principal);
  }

  private SortedMap<String, String> conveyed(Request request) {
    SortedMap<String, String> conveyed = new TreeMap<>(request.context());
    conveyed.keySet().removeAll(ofResource);
    return conveyed;
  }

  /** What the resource knows of itself when it gets the request, whoever makes it. */
  public SortedMap<String, String> state(Request request) {
    return known(request, ofResource);
  }

  private static SortedMap<String, String> known(Request request, List<String> attributes) {
    SortedMap<String, String> known = new TreeMap<>(request.context());
    known.keySet().retainAll(attributes);
    return known;
  }

  private UserSession session(Request request) {
    return sessions.computeIfAbsent(login(request), any -> newSession(request));
  }

  /** A login knows what it does for as long as it lasts. */
  private Object login(Request request) {
    return ofLogin.isEmpty()
        ? request.user()
        : List.of(request.user(), words(known(request, ofLogin)));
  }

  private UserSession newSession(Request request) {
    if (request.isForNobody()) {
      return tokenService.withoutUser(request.user());
    }
    return loggedIn
        ? tokenService.logIn(request.user(), new RunContext(known(request, ofLogin)))
        : tokenService.away(request.user());
  }

  private List<Object> cacheKey(Request request) {
    List<Object> key = new ArrayList<>();
    if (request.isDirect()) {
      key.addAll(
          List.of(Attributes.DIRECTLY, request.user(), request.target(), words(conveyed(request))));
    } else {
      cachedBy.forEach(part -> key.add(value(part, request)));
    }
    return key;
  }

  /** A map's own hash is a sum that many contexts of the same few values share. */
  private static List<Map.Entry<String, String>> words(SortedMap<String, String> context) {
    return List.copyOf(context.entrySet());
  }

  private Object value(CacheKey part, Request request) {
    return switch (part) {
      case USER -> login(request);
      case AGENT -> Proof.Showing.presenter(request.via());
      case PATH -> request.via();
      case RESOURCE -> request.resource();
      case ACTION -> request.action();
      case CONTEXT -> words(conveyed(request));
      case CALL -> request;
    };
  }
}
