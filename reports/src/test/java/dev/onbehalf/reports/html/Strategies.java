package dev.onbehalf.reports.html;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.reports.StrategyBuilder;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three strategies over two users, of whom only the first may do the action via the agent while
 * both may do it in person.
 */
record Strategies(
    String allowed,
    String refused,
    String agent,
    String resource,
    String action,
    Map<String, String> context) {
  /** The agent presents the user's token. */
  StrategyResult inheritance(int standing, List<Boolean> enforced, RequestCounts requests) {
    Witness witness =
        witness(
            request(refused, List.of()),
            request(refused, List.of(agent)),
            Map.of("user", refused),
            token(refused, Optional.empty()));
    return strategy(
        "credential-inheritance",
        List.of("user"),
        List.of("user"),
        enforced,
        requests,
        new Cost(0, 0, 0, 560, List.of("user", "resource"), standing(standing), Optional.empty()),
        witness);
  }

  /** The agent presents its own token. */
  StrategyResult serviceAccount(int standing, List<Boolean> enforced, RequestCounts requests) {
    Witness witness =
        witness(
            request(allowed, List.of(agent)),
            request(refused, List.of(agent)),
            Map.of("agent", agent),
            token(agent, Optional.empty()));
    return strategy(
        "service-account",
        List.of("agent"),
        List.of("user", "agent"),
        enforced,
        requests,
        new Cost(1, 0, 1, 540, List.of("agent", "resource"), standing(standing), Optional.empty()),
        witness);
  }

  /** The agent presents a token that names the user and itself. */
  StrategyResult tokenExchange(
      int standing, List<Boolean> enforced, RequestCounts requests, Optional<Witness> witness) {
    return strategy(
        "token-exchange",
        List.of("user", "agent"),
        List.of("user", "agent"),
        enforced,
        requests,
        new Cost(
            3,
            2,
            2,
            610,
            List.of("user", "path", "resource"),
            standing(standing),
            Optional.empty()),
        witness.orElse(null));
  }

  Witness exchangeWitness(Request permitted, Request denied) {
    return witness(
        permitted,
        denied,
        Map.of("user", permitted.user(), "agent", agent),
        token(permitted.user(), Optional.of(agent)));
  }

  private static Standing standing(int credentials) {
    SortedMap<String, Integer> kinds = new TreeMap<>(Map.of("client", 1));
    kinds.put("user account", credentials - 1);
    return new Standing(credentials, kinds, Growth.ADDITIVE, 1, Optional.of(12), 1, 1, 1);
  }

  private StrategyResult strategy(
      String name,
      List<String> proves,
      List<String> provesDirectly,
      List<Boolean> enforced,
      RequestCounts requests,
      Cost cost,
      @org.jspecify.annotations.Nullable Witness witness) {
    List<PolicyScore> scores = new ArrayList<>();
    for (boolean holds : enforced) {
      scores.add(
          new PolicyScore(
              "p" + (scores.size() + 1),
              holds,
              holds,
              holds ? List.of(Point.RESOURCE) : List.of(),
              holds ? Optional.empty() : Optional.ofNullable(witness)));
    }
    return StrategyBuilder.of(name, cost)
        .proving(proves, provesDirectly)
        .scores(scores)
        .requests(requests)
        .live(
            new LiveCounts(
                requests.total(),
                requests.total(),
                requests.total() / 3,
                requests.total(),
                requests.total(),
                true))
        .build();
  }

  Request request(String user, List<String> via) {
    return new Request(user, via, resource, action, new TreeMap<>(context));
  }

  private static Witness witness(
      Request permitted, Request denied, Map<String, String> evidence, TokenFacts token) {
    String sentence =
        "`"
            + permitted.sentence()
            + "` must be permitted and `"
            + denied.sentence()
            + "` denied, and both show the same evidence";
    return new Witness(
        new TreeMap<>(evidence),
        permitted,
        denied,
        List.of(new PointWitness(Point.RESOURCE, new TreeMap<>(evidence), permitted)),
        false,
        List.of(),
        List.of(token),
        List.of(token),
        sentence);
  }

  private TokenFacts token(String subject, Optional<String> actor) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "at+jwt");
    header.put("alg", "EdDSA");
    header.put("kid", "7mJ0dGq1");
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "https://sts.example");
    claims.put("sub", subject);
    claims.put("aud", resource);
    claims.put("client_id", actor.orElse(subject.equals(agent) ? agent : "login"));
    claims.put("scope", "read " + action);
    claims.put("iat", 1767225600);
    claims.put("exp", 1767225900);
    claims.put("jti", "f1b6c7b2-0000-4000-8000-000000000007");
    actor.ifPresent(name -> claims.put("act", Map.of("sub", name)));
    return new TokenFacts(header, claims);
  }
}
