package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.token.TokenService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the points see of requests, in all ways in which they can be made, whatever is decided. */
final class Ways {
  private final Proof proof;
  private final Callers callers;
  private final Passage passage;
  private final CheatingCaller present;
  private final CheatingCaller absent;
  private final Map<Request, List<List<Visit>>> honest = new HashMap<>();
  private final Map<Request, List<List<Visit>>> cheating = new HashMap<>();
  private final Map<Request, List<List<Visit>>> unattended = new HashMap<>();

  Ways(
      Scenario scenario,
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Writing writing) {
    proof = strategy.about().proof();
    this.callers = callers;
    passage = new Passage(strategy, tokenService, new EnforcementPoint(strategy, tokenService));
    present = caller(scenario, strategy, tokenService, callers, writing);
    absent = caller(scenario, strategy, tokenService, callers.withNobodyThere(), writing);
  }

  private static CheatingCaller caller(
      Scenario scenario,
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Writing writing) {
    return new CheatingCaller(
        strategy,
        tokenService,
        callers,
        new EnforcementPoint(strategy, tokenService),
        writing,
        scenario.pathsAtUser());
  }

  /** By a caller who does all that it can. */
  List<List<Visit>> cheating(Request request) {
    return cheating.computeIfAbsent(request, one -> routes(present, one));
  }

  /** By an agent who does all that it can while nobody is logged in. */
  List<List<Visit>> unattended(Request request) {
    return unattended.computeIfAbsent(request, one -> routes(absent, one));
  }

  private static List<List<Visit>> routes(CheatingCaller caller, Request request) {
    return caller.routes(request).stream().map(Route::visits).distinct().toList();
  }

  /** By an honest caller; none where the call has nothing to show. */
  List<List<Visit>> honest(Request request) {
    return honest.computeIfAbsent(request, this::honestly);
  }

  private List<List<Visit>> honestly(Request request) {
    if (proof.passed(request.user(), request.via()).isEmpty()) {
      return List.of();
    }
    Credentials credentials = callers.credentials(request);
    List<Visit> issuance = callers.issuance().passedFor(credentials.presentation());
    return passage
        .walk(
            credentials.door(),
            credentials.presentation(),
            request.target(),
            callers.state(request),
            visit -> true)
        .toOptional()
        .filter(visits -> visits.get(visits.size() - 1).point() == Point.RESOURCE)
        .map(visits -> List.of(Stream.concat(issuance.stream(), visits.stream()).toList()))
        .orElse(List.of());
  }
}
