package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Request;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evidence with the parties of the call left open: where each value that decides comes from.
 * Learned from one call, it foretells the evidence of all others on paths as long.
 */
public record EvidenceShape(SortedMap<String, Origin> origins) {
  /** Stands for whatever agent's name the presenter likes to write; no agent bears it. */
  static final String ANY_AGENT = "(any agent)";

  /** How evidence joins the names of several agents. */
  private static final String THEN = " then ";

  public EvidenceShape {
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /** The part of a call that a value comes from. */
  private record Origin(Kind kind, int from, int to, String text) {}

  private enum Kind {
    USER,
    /** Some agents of the path, one after the other. */
    AGENTS,
    /** The value of an attribute of the context. */
    CONTEXT,
    ANY_AGENT,
    CONSTANT
  }

  /**
   * Learns the shape from the evidence of one call whose parties all have different names.
   *
   * @param stranger the name of an agent that has no part in the call
   */
  public static EvidenceShape of(
      SortedMap<String, String> shown, Request request, String stranger) {
    SortedMap<String, Origin> origins = new TreeMap<>();
    shown.forEach((attribute, value) -> origins.put(attribute, origin(value, request, stranger)));
    return new EvidenceShape(origins);
  }

  private static Origin origin(String value, Request request, String stranger) {
    if (value.equals(request.user())) {
      return new Origin(Kind.USER, 0, 0, "");
    }
    if (value.equals(stranger)) {
      return new Origin(Kind.ANY_AGENT, 0, 0, "");
    }
    for (int from = 0; from < request.via().size(); from++) {
      for (int to = from + 1; to <= request.via().size(); to++) {
        if (value.equals(agents(request.via(), from, to))) {
          return new Origin(Kind.AGENTS, from, to, "");
        }
      }
    }
    return request.context().entrySet().stream()
        .filter(attribute -> attribute.getValue().equals(value))
        .map(attribute -> new Origin(Kind.CONTEXT, 0, 0, attribute.getKey()))
        .findFirst()
        .orElse(new Origin(Kind.CONSTANT, 0, 0, value));
  }

  private static String agents(List<String> via, int from, int to) {
    return String.join(THEN, via.subList(from, to));
  }

  /** The evidence of the request, {@link #ANY_AGENT} where the presenter chooses a name. */
  public SortedMap<String, String> of(Request request) {
    SortedMap<String, String> shown = new TreeMap<>();
    origins.forEach((attribute, origin) -> shown.put(attribute, value(origin, request)));
    return shown;
  }

  private static String value(Origin origin, Request request) {
    return switch (origin.kind()) {
      case USER -> request.user();
      case AGENTS -> agents(request.via(), origin.from(), origin.to());
      case CONTEXT -> request.context().getOrDefault(origin.text(), "");
      case ANY_AGENT -> ANY_AGENT;
      case CONSTANT -> origin.text();
    };
  }
}
