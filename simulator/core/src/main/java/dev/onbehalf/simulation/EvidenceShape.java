package dev.onbehalf.simulation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evidence with the parties of the call left open: where each verified value comes from. Learned
 * from one call, it foretells the evidence of all others on paths as long.
 */
record EvidenceShape(SortedMap<String, Origin> origins) {
  /** The part of a call that a value comes from. */
  private record Origin(Kind kind, int agent, String text) {}

  private enum Kind {
    USER,
    AGENT,
    CONSTANT
  }

  /** Learns the shape from the evidence of one call whose parties all have different names. */
  static EvidenceShape of(SortedMap<String, String> verified, String user, List<String> via) {
    SortedMap<String, Origin> origins = new TreeMap<>();
    verified.forEach((attribute, value) -> origins.put(attribute, origin(value, user, via)));
    return new EvidenceShape(origins);
  }

  private static Origin origin(String value, String user, List<String> via) {
    if (value.equals(user)) {
      return new Origin(Kind.USER, -1, "");
    }
    int agent = via.indexOf(value);
    return agent >= 0 ? new Origin(Kind.AGENT, agent, "") : new Origin(Kind.CONSTANT, -1, value);
  }

  /** The verified evidence of a call by these parties. */
  SortedMap<String, String> of(String user, List<String> via) {
    SortedMap<String, String> verified = new TreeMap<>();
    origins.forEach((attribute, origin) -> verified.put(attribute, value(origin, user, via)));
    return verified;
  }

  private static String value(Origin origin, String user, List<String> via) {
    return switch (origin.kind()) {
      case USER -> user;
      case AGENT -> via.get(origin.agent());
      case CONSTANT -> origin.text();
    };
  }
}
