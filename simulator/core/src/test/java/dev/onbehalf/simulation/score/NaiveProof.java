package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a strategy shows at each point, and what callers can show instead, in the reference's own
 * words.
 *
 * @param cheats ways of cheating agents, each as what the points on it see
 * @param ofUsers ways of users who cheat in person
 * @param ofNobody ways of agents that work for nobody and cheat
 */
record NaiveProof(
    List<NaivePoint> points,
    List<List<NaiveTrick>> cheats,
    List<List<NaiveTrick>> ofUsers,
    List<List<NaiveTrick>> ofNobody) {
  /** Whatever the presenter writes. */
  static final String ANY = "any";

  /**
   * A point, and what it sees of a call in person, of one through agents, and of one for nobody,
   * which need not get there.
   */
  record NaivePoint(
      boolean passedDirectly,
      List<String> directly,
      List<String> via,
      Optional<List<String>> nobody) {}

  /** What one point is made to see: attributes that are true, and others as they are forged. */
  record NaiveTrick(int point, List<String> attributes, Map<String, String> forged) {}

  /** What one point sees. */
  record NaiveSight(int point, Map<String, String> evidence) {}

  /** What the points see of an honest call. */
  List<NaiveSight> honest(NaiveRequest request, NaiveWorld world) {
    List<NaiveSight> sights = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      NaivePoint point = points.get(i);
      boolean direct = request.via().isEmpty();
      if (request.user().equals("nobody")) {
        int index = i;
        point
            .nobody()
            .ifPresent(
                shown -> sights.add(new NaiveSight(index, evidence(index, shown, request, world))));
      } else if (!direct || point.passedDirectly()) {
        List<String> attributes = direct ? point.directly() : point.via();
        sights.add(new NaiveSight(i, evidence(i, attributes, request, world)));
      }
    }
    return sights;
  }

  /**
   * What the points can be made to see of a call.
   *
   * @param words what can be written for each attribute, as pieces of evidence
   */
  List<List<NaiveSight>> cheating(
      NaiveRequest request, Map<String, List<Map<String, String>>> words, NaiveWorld world) {
    List<List<NaiveSight>> routes = new ArrayList<>();
    for (List<NaiveTrick> cheat : ways(request)) {
      for (Map<String, Map<String, String>> chosen : choices(cheat, words)) {
        routes.add(cheat.stream().map(trick -> sight(trick, request, chosen, world)).toList());
      }
    }
    return routes;
  }

  private List<List<NaiveTrick>> ways(NaiveRequest request) {
    if (request.user().equals("nobody")) {
      return ofNobody;
    }
    return request.via().isEmpty() ? ofUsers : cheats;
  }

  private static List<Map<String, Map<String, String>>> choices(
      List<NaiveTrick> cheat, Map<String, List<Map<String, String>>> words) {
    List<Map<String, Map<String, String>>> choices = List.of(new TreeMap<>());
    for (String attribute : words.keySet()) {
      if (cheat.stream().anyMatch(trick -> ANY.equals(trick.forged().get(attribute)))) {
        List<Map<String, Map<String, String>>> longer = new ArrayList<>();
        for (Map<String, Map<String, String>> choice : choices) {
          for (Map<String, String> word : words.getOrDefault(attribute, List.of())) {
            Map<String, Map<String, String>> extended = new TreeMap<>(choice);
            extended.put(attribute, word);
            longer.add(extended);
          }
        }
        choices = longer;
      }
    }
    return choices;
  }

  private NaiveSight sight(
      NaiveTrick trick,
      NaiveRequest request,
      Map<String, Map<String, String>> chosen,
      NaiveWorld world) {
    Map<String, String> evidence = evidence(trick.point(), trick.attributes(), request, world);
    trick
        .forged()
        .forEach(
            (attribute, value) ->
                evidence.putAll(
                    value.equals(ANY)
                        ? chosen.getOrDefault(attribute, Map.of())
                        : Map.of(attribute, value)));
    return new NaiveSight(trick.point(), evidence);
  }

  /** The agents before the last, where handing over to oneself is no step. */
  private static String prior(List<String> via) {
    List<String> steps = new ArrayList<>();
    for (String agent : via) {
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(agent)) {
        steps.add(agent);
      }
    }
    return steps.size() < 2
        ? "(nobody)"
        : String.join(" then ", steps.subList(0, steps.size() - 1));
  }

  private Map<String, String> evidence(
      int point, List<String> attributes, NaiveRequest request, NaiveWorld world) {
    Map<String, String> evidence = new TreeMap<>();
    if (point == points.size() - 1) {
      evidence.putAll(world.inEvidence(request.context(), "resource"));
    }
    List<String> via = request.via();
    for (String attribute : attributes) {
      switch (attribute) {
        case "user" -> evidence.put("user", request.user());
        case "agent" -> evidence.put("agent", via.isEmpty() ? "directly" : via.get(via.size() - 1));
        case "first-agent" -> evidence.put("first-agent", via.isEmpty() ? "directly" : via.get(0));
        case "prior-agents" -> evidence.put("prior-agents", prior(via));
        case "context" -> evidence.putAll(world.inEvidence(request.context(), "caller", "login"));
        case "words" -> evidence.putAll(world.inEvidence(request.context(), "caller"));
        default -> throw new IllegalArgumentException(attribute);
      }
    }
    return evidence;
  }
}
