package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.attack.AttackShapes.Arrival;
import dev.onbehalf.simulation.attack.AttackShapes.Caller;
import dev.onbehalf.simulation.attack.AttackShapes.Copied;
import dev.onbehalf.simulation.attack.AttackShapes.Secret;
import dev.onbehalf.simulation.attack.AttackShapes.Way;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a strategy behaves, as lines: a word that says what of, then its parts, then the lines of
 * what belongs to it. Calls for nobody and attributes of the context aren't among them.
 */
final class BehaviourText {
  private static final String COST = "cost";
  private static final String HEADER = "header";
  private static final String CHEAT = "cheat";
  private static final String CALLER = "caller";
  private static final String WAY = "way";
  private static final String ARRIVAL = "arrival";
  private static final String COPY = "copy";
  private static final String SECRET = "secret";
  private static final String SHOWN = "shown";
  private static final String NEVER = "never";

  private final List<String> lines;
  private int next;

  private BehaviourText(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** The behaviour as lines. */
  static List<String> write(Behaviour behaviour) {
    List<String> lines = new ArrayList<>();
    OperationCounts cost = behaviour.costOfObtaining();
    lines.add(
        line(
            COST,
            cost.signatures(),
            cost.verifications(),
            cost.roundTrips(),
            behaviour.tokensOfObtaining(),
            behaviour.tokenBytes(),
            behaviour.passesUserTokens(),
            behaviour.passesForUser()));
    behaviour.headers().forEach(header -> lines.add(line(HEADER, header)));
    List<RouteShape.Pattern> patterns =
        behaviour.cheats().keySet().stream()
            .sorted(Comparator.comparing(BehaviourText::word))
            .toList();
    for (RouteShape.Pattern pattern : patterns) {
      behaviour
          .cheats()
          .getOrDefault(pattern, List.of())
          .forEach(route -> lines.add(line(CHEAT, word(pattern), route.written())));
    }
    patterns.forEach(pattern -> write(pattern, behaviour.attacks().caller(pattern), lines));
    behaviour.attacks().secrets().forEach(secret -> write(secret, lines));
    return lines;
  }

  private static void write(RouteShape.Pattern pattern, Caller caller, List<String> lines) {
    lines.add(line(CALLER, word(pattern), caller.unattended()));
    for (Way way : caller.ways()) {
      lines.add(
          line(WAY, word(way.withoutAgent()), word(way.withoutUser()), way.shape().written()));
    }
    for (Arrival arrival : caller.arrivals()) {
      lines.add(line(ARRIVAL, arrival.point(), arrival.keyed(), arrival.once()));
      for (Copied copy : arrival.copies()) {
        lines.add(line(COPY, copy.where(), word(copy.seconds()), copy.shape().written()));
      }
    }
  }

  private static void write(Secret secret, List<String> lines) {
    lines.add(line(SECRET, secret.everywhere(), word(secret.pattern()), secret.kind()));
    secret.shapes().forEach(shape -> lines.add(line(SHOWN, shape.written())));
  }

  private static String line(Object... words) {
    return String.join(" ", List.of(words).stream().map(String::valueOf).toList());
  }

  private static String word(RouteShape.Pattern pattern) {
    return "via" + String.join("+", pattern.agents().stream().map(String::valueOf).toList());
  }

  private static String word(Optional<Long> seconds) {
    return seconds.map(String::valueOf).orElse(NEVER);
  }

  /** The behaviour of the strategy, which was written so. */
  static Behaviour read(List<String> lines, CredentialStrategy strategy) {
    return new BehaviourText(lines).behaviour(strategy);
  }

  private Behaviour behaviour(CredentialStrategy strategy) {
    String[] cost = words(8);
    List<String> headers = new ArrayList<>();
    while (isNext(HEADER)) {
      headers.add(words(2)[1]);
    }
    return new Behaviour(
        strategy,
        cheats(),
        new AttackShapes(callers(), secrets()),
        headers,
        new OperationCounts(
            Long.parseLong(cost[1]), Long.parseLong(cost[2]), Long.parseLong(cost[3])),
        Long.parseLong(cost[4]),
        Long.parseLong(cost[5]),
        Boolean.parseBoolean(cost[6]),
        Boolean.parseBoolean(cost[7]));
  }

  private Map<RouteShape.Pattern, List<RouteShape>> cheats() {
    Map<RouteShape.Pattern, List<RouteShape>> cheats = new LinkedHashMap<>();
    while (isNext(CHEAT)) {
      String[] words = words(3);
      cheats
          .computeIfAbsent(pattern(words[1]), any -> new ArrayList<>())
          .add(RouteShape.read(words[2]));
    }
    cheats.replaceAll((pattern, routes) -> List.copyOf(routes));
    return cheats;
  }

  private Map<RouteShape.Pattern, Caller> callers() {
    Map<RouteShape.Pattern, Caller> callers = new LinkedHashMap<>();
    while (isNext(CALLER)) {
      String[] words = words(3);
      callers.put(
          pattern(words[1]), new Caller(Boolean.parseBoolean(words[2]), ways(), arrivals()));
    }
    return callers;
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    while (isNext(WAY)) {
      String[] words = words(4);
      ways.add(new Way(RouteShape.read(words[3]), seconds(words[1]), seconds(words[2])));
    }
    return ways;
  }

  private List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    while (isNext(ARRIVAL)) {
      String[] words = words(4);
      arrivals.add(
          new Arrival(
              Point.valueOf(words[1]),
              Boolean.parseBoolean(words[2]),
              Boolean.parseBoolean(words[3]),
              copies()));
    }
    return arrivals;
  }

  private List<Copied> copies() {
    List<Copied> copies = new ArrayList<>();
    while (isNext(COPY)) {
      String[] words = words(4);
      copies.add(new Copied(RouteShape.read(words[3]), Where.valueOf(words[1]), seconds(words[2])));
    }
    return copies;
  }

  private List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>();
    while (isNext(SECRET)) {
      String[] words = words(4);
      secrets.add(new Secret(words[3], Boolean.parseBoolean(words[1]), pattern(words[2]), shown()));
    }
    return secrets;
  }

  private List<RouteShape> shown() {
    List<RouteShape> shown = new ArrayList<>();
    while (isNext(SHOWN)) {
      shown.add(RouteShape.read(words(2)[1]));
    }
    return shown;
  }

  private static RouteShape.Pattern pattern(String word) {
    List<Integer> agents = new ArrayList<>();
    if (word.length() > 3) {
      for (String agent : word.substring(3).split("\\+", -1)) {
        agents.add(Integer.valueOf(agent));
      }
    }
    return new RouteShape.Pattern(false, agents);
  }

  private static Optional<Long> seconds(String word) {
    return word.equals(NEVER) ? Optional.empty() : Optional.of(Long.valueOf(word));
  }

  private boolean isNext(String word) {
    return next < lines.size() && lines.get(next).startsWith(word + " ");
  }

  /** The words of the next line; the last of so many may be several. */
  private String[] words(int most) {
    return lines.get(next++).split(" ", most);
  }
}
