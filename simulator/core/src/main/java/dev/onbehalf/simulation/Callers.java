package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The users and agents of a scenario: logged in, registered, and caching what they obtain. */
final class Callers {
  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final List<CacheKey> cachedBy;
  private final Map<String, UserSession> sessions = new HashMap<>();
  private final Map<List<Object>, Credentials> cache = new HashMap<>();

  Callers(CredentialStrategy strategy, Population population, TokenService tokenService) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    this.cachedBy = strategy.cachedBy();
    population.resources().forEach(tokenService::registerResource);
    strategy.enrol(population, tokenService);
  }

  /** What the caller of the request has in hand, from the cache where there is one. */
  Credentials credentials(Request request) {
    return cache.computeIfAbsent(cacheKey(request), key -> obtain(request));
  }

  /** The call that the request makes. */
  Call call(Request request) {
    return new Call(
        session(request.user()),
        request.via(),
        request.resource(),
        request.action(),
        request.context(),
        tokenService::client,
        tokenService::workload);
  }

  private Credentials obtain(Request request) {
    return request.isDirect()
        ? strategy.obtainDirectly(call(request))
        : strategy.obtain(call(request));
  }

  private UserSession session(String user) {
    return sessions.computeIfAbsent(user, tokenService::logIn);
  }

  private List<Object> cacheKey(Request request) {
    List<Object> key = new ArrayList<>();
    if (request.isDirect()) {
      key.addAll(List.of("direct", request.user(), request.resource(), request.context()));
    } else {
      cachedBy.forEach(part -> key.add(value(part, request)));
    }
    return key;
  }

  private static Object value(CacheKey part, Request request) {
    return switch (part) {
      case USER -> request.user();
      case AGENT -> request.via().get(request.via().size() - 1);
      case PATH -> request.via();
      case RESOURCE -> request.resource();
      case ACTION -> request.action();
      case CONTEXT -> request.context();
      case CALL -> request;
    };
  }
}
