package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.score.NaiveProof.NaivePoint;
import dev.onbehalf.simulation.score.NaiveProof.NaiveSight;
import dev.onbehalf.simulation.score.NaiveProof.NaiveTrick;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A proof as the engine takes it, beside the same in the reference's words. */
record ProofCase(String name, Proof proof, NaiveProof naive) {
  private static final List<String> USER = List.of("user");
  private static final List<String> AGENT = List.of("agent");
  private static final List<String> BOTH = List.of("user", "agent");

  /** Every kind of proof: one point or several, chains, context, and callers who cheat. */
  static List<ProofCase> all() {
    List<String> chain = List.of("user", "agent", "prior-agents");
    List<String> inContext = List.of("user", "agent", "context");
    return List.of(
        atResource("user", USER, USER),
        atResource("agent", BOTH, AGENT).forNobody(AGENT),
        atResource("both", BOTH, BOTH),
        atResource("account", BOTH, BOTH).forNobody(BOTH),
        atResource("agent where there is no user", BOTH, BOTH)
            .forNobody(AGENT)
            .cheating(trick(0, AGENT, Map.of())),
        atResource("chain", BOTH, chain),
        atResource("first", List.of("user", "first-agent"), List.of("user", "first-agent"))
            .cheatingInPerson(trick(0, USER, Map.of("first-agent", NaiveProof.ANY))),
        atResource("context", inContext, inContext),
        atResource("loose token", BOTH, BOTH).cheating(trick(0, USER, "directly")),
        believedHeader(),
        atResource("believed user", BOTH, BOTH)
            .forNobody(BOTH)
            .cheating(trick(0, AGENT, Map.of("user", NaiveProof.ANY)))
            .cheatingInPerson(trick(0, AGENT, Map.of("user", NaiveProof.ANY)))
            .cheatingForNobody(trick(0, AGENT, Map.of("user", NaiveProof.ANY))),
        believedWords()
            .cheating(trick(0, AGENT, Map.of("user", NaiveProof.ANY, "context", NaiveProof.ANY)))
            .cheatingInPerson(
                trick(0, USER, Map.of("agent", NaiveProof.ANY, "context", NaiveProof.ANY))),
        after("gateway that believes the user", Point.GATEWAY, BOTH, USER, USER)
            .cheating(
                List.of(
                    new NaiveTrick(0, AGENT, Map.of("user", NaiveProof.ANY)),
                    new NaiveTrick(1, List.of(), Map.of("user", NaiveProof.ANY)))),
        after("two gates", Point.BROKER, AGENT, USER, USER),
        after("gate that keeps accounts", Point.GATEWAY, AGENT, BOTH, AGENT)
            .forNobody(AGENT, AGENT),
        after("gate that only users pass", Point.GATEWAY, USER, BOTH, AGENT)
            .cheatingForNobody(trick(1, AGENT, Map.of())),
        after("gateway", Point.GATEWAY, BOTH, USER, USER),
        after("gateway to go past", Point.GATEWAY, BOTH, USER, USER).cheating(trick(1, USER, "")),
        after("issuance", Point.ISSUANCE, BOTH, BOTH, BOTH),
        after(
                "broker of chains in context",
                Point.BROKER,
                List.of("agent", "prior-agents", "context"),
                List.of("user", "context"),
                USER)
            .cheating(trick(0, List.of("prior-agents", "context"), NaiveProof.ANY))
            .cheating(trick(1, USER, "")),
        threePoints());
  }

  private static List<NaiveTrick> trick(int point, List<String> attributes, String agent) {
    return trick(point, attributes, agent.isEmpty() ? Map.of() : Map.of("agent", agent));
  }

  private static List<NaiveTrick> trick(
      int point, List<String> attributes, Map<String, String> forged) {
    return List.of(new NaiveTrick(point, attributes, forged));
  }

  private static ProofCase atResource(String name, List<String> directly, List<String> via) {
    return new ProofCase(
        name,
        Proof.atResource(directly, via),
        new NaiveProof(
            List.of(new NaivePoint(true, directly, via, Optional.empty())),
            List.of(),
            List.of(),
            List.of()));
  }

  /** What the points see where there is no user. */
  @SafeVarargs
  private ProofCase forNobody(List<String>... shown) {
    Map<Point, List<String>> byPoint = new EnumMap<>(Point.class);
    List<NaivePoint> points = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      byPoint.put(proof.showings().get(i).point(), shown[i]);
      NaivePoint point = naive.points().get(i);
      points.add(
          new NaivePoint(
              point.passedDirectly(), point.directly(), point.via(), Optional.of(shown[i])));
    }
    return new ProofCase(
        name,
        proof.showingForNobody(byPoint),
        new NaiveProof(points, naive.cheats(), naive.ofUsers(), naive.ofNobody()));
  }

  private ProofCase cheatingForNobody(List<NaiveTrick> cheat) {
    return new ProofCase(
        name,
        proof,
        new NaiveProof(naive.points(), naive.cheats(), naive.ofUsers(), List.of(cheat)));
  }

  private ProofCase cheating(List<NaiveTrick> cheat) {
    List<List<NaiveTrick>> cheats = new ArrayList<>(naive.cheats());
    cheats.add(cheat);
    return new ProofCase(
        name, proof, new NaiveProof(naive.points(), cheats, naive.ofUsers(), naive.ofNobody()));
  }

  private ProofCase cheatingInPerson(List<NaiveTrick> cheat) {
    return new ProofCase(
        name,
        proof,
        new NaiveProof(naive.points(), naive.cheats(), List.of(cheat), naive.ofNobody()));
  }

  private static ProofCase believedWords() {
    List<String> shown = List.of("user", "agent", "words");
    return new ProofCase(
        "believed words",
        Proof.of("user", "agent", "context").believing(Attributes.CONTEXT),
        new NaiveProof(
            List.of(new NaivePoint(true, shown, shown, Optional.empty())),
            List.of(),
            List.of(),
            List.of()));
  }

  private static ProofCase believedHeader() {
    return new ProofCase(
        "believed header",
        Proof.atResource(BOTH, BOTH).believing(Attributes.AGENT),
        new NaiveProof(
            List.of(new NaivePoint(true, BOTH, BOTH, Optional.empty())),
            List.of(trick(0, USER, NaiveProof.ANY), trick(0, USER, "directly")),
            List.of(trick(0, USER, NaiveProof.ANY)),
            List.of()));
  }

  private static ProofCase after(
      String name, Point point, List<String> before, List<String> directly, List<String> via) {
    return new ProofCase(
        name,
        Proof.atResource(directly, via).after(point, before),
        new NaiveProof(
            List.of(
                new NaivePoint(false, List.of(), before, Optional.empty()),
                new NaivePoint(true, directly, via, Optional.empty())),
            List.of(),
            List.of(),
            List.of()));
  }

  private static ProofCase threePoints() {
    return new ProofCase(
        "three points",
        Proof.atResource(USER, List.of()).after(Point.GATEWAY, USER).after(Point.ISSUANCE, AGENT),
        new NaiveProof(
            List.of(
                new NaivePoint(false, List.of(), AGENT, Optional.empty()),
                new NaivePoint(false, List.of(), USER, Optional.empty()),
                new NaivePoint(true, USER, List.of(), Optional.empty())),
            List.of(
                List.of(
                    new NaiveTrick(0, List.of(), Map.of("agent", NaiveProof.ANY)),
                    new NaiveTrick(2, List.of(), Map.of()))),
            List.of(),
            List.of()));
  }

  /** The cheats as a probe would have learned them. */
  Map<RouteShape.Pattern, List<RouteShape>> cheats(NaiveWorld world) {
    Map<String, String> context = new TreeMap<>();
    world.context().keySet().forEach(name -> context.put(name, "probe-" + name));
    Map<String, EvidenceShape.Choice> strangers = new TreeMap<>();
    strangers.put("a user", new EvidenceShape.Choice("user", 0));
    strangers.put("an agent", new EvidenceShape.Choice("agent", 1));
    Map<String, String> strangeContext = new TreeMap<>();
    context.keySet().stream()
        .filter(name -> world.knownTo(name).equals("caller"))
        .forEach(name -> strangeContext.put("context." + name, "a value of " + name));
    strangeContext.forEach(
        (name, value) -> strangers.put(value, new EvidenceShape.Choice(name, 2)));
    Map<String, List<Map<String, String>>> words =
        Map.of(
            "user",
            List.of(Map.of("user", "a user")),
            "agent",
            List.of(Map.of("agent", "an agent")),
            "first-agent",
            List.of(Map.of("first-agent", "an agent")),
            "context",
            List.of(strangeContext));
    List<List<String>> paths = new ArrayList<>(world.chains());
    paths.add(List.of("agent"));
    paths.add(List.of());
    Map<RouteShape.Pattern, List<RouteShape>> cheats = new HashMap<>();
    for (String user : List.of("probe-user", "nobody")) {
      for (List<String> path : paths) {
        List<String> via = path.stream().map(agent -> "probe-" + path.indexOf(agent)).toList();
        NaiveRequest probe = new NaiveRequest(user, via, "resource", "use", context);
        cheats.put(
            RouteShape.pattern(request(probe)),
            naive.cheating(probe, words, world).stream()
                .map(route -> shape(route, probe, strangers))
                .toList());
      }
    }
    return cheats;
  }

  private RouteShape shape(
      List<NaiveSight> route, NaiveRequest probe, Map<String, EvidenceShape.Choice> strangers) {
    return new RouteShape(
        route.stream()
            .map(
                sight ->
                    new RouteShape.Stop(
                        proof.showings().get(sight.point()).point(),
                        EvidenceShape.of(
                            new TreeMap<>(sight.evidence()), request(probe), strangers)))
            .toList());
  }

  /** The request as the engine takes it. */
  static Request request(NaiveRequest naive) {
    return new Request(
        naive.user(),
        naive.via(),
        naive.resource(),
        naive.action(),
        new TreeMap<>(naive.context()));
  }
}
