package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.scenario.Request;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Evidence with the parties of the call left open: where each value that decides comes from.
 * Learned from one call, it foretells the evidence of all others on paths as long.
 */
public record EvidenceShape(SortedMap<String, Origin> origins) {
  /** How evidence joins the names of several agents. */
  private static final String THEN = " then ";

  public EvidenceShape {
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /**
   * A word that the presenter chooses.
   *
   * @param attribute whose values there are to choose among
   * @param place where it is written; what is written elsewhere is chosen apart
   */
  public record Choice(String attribute, int place) {
    /** Stands for the word, before it is chosen; no name is like it. */
    String open() {
      return "(any " + attribute + " " + place + ")";
    }
  }

  /** The part of a call that a value comes from. */
  private record Origin(Kind kind, int from, int to, String text) {
    private static final int PARTS = 4;

    String written() {
      return String.join(":", kind.name(), String.valueOf(from), String.valueOf(to), text);
    }

    static Origin read(String written) {
      String[] parts = written.split(":", PARTS);
      return new Origin(
          Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }
  }

  private enum Kind {
    USER,
    /** Some agents of the path, one after the other. */
    AGENTS,
    /** The value of an attribute of the context. */
    CONTEXT,
    /** Whatever value of an attribute the presenter likes to write. */
    ANY,
    CONSTANT
  }

  /**
   * Learns the shape from the evidence of one call whose parties all have different names.
   *
   * @param strangers words that have no part in the call, and the choices that they stand for
   */
  public static EvidenceShape of(
      SortedMap<String, String> shown, Request request, Map<String, Choice> strangers) {
    SortedMap<String, Origin> origins = new TreeMap<>();
    shown.forEach((attribute, value) -> origins.put(attribute, origin(value, request, strangers)));
    return new EvidenceShape(origins);
  }

  /** The shape as one word, which {@link #read} reads. */
  String written() {
    StringJoiner values = new StringJoiner(",");
    origins.forEach((attribute, origin) -> values.add(attribute + "=" + origin.written()));
    return values.toString();
  }

  /** The shape that was written so. */
  static EvidenceShape read(String written) {
    SortedMap<String, Origin> origins = new TreeMap<>();
    for (String value : written.isEmpty() ? new String[0] : written.split(",", -1)) {
      int end = value.indexOf('=');
      origins.put(value.substring(0, end), Origin.read(value.substring(end + 1)));
    }
    return new EvidenceShape(origins);
  }

  private static Origin origin(String value, Request request, Map<String, Choice> strangers) {
    if (value.equals(request.user())) {
      return new Origin(Kind.USER, 0, 0, "");
    }
    for (int from = 0; from < request.via().size(); from++) {
      for (int to = from + 1; to <= request.via().size(); to++) {
        if (value.equals(agents(request.via(), from, to))) {
          return new Origin(Kind.AGENTS, from, to, "");
        }
      }
    }
    return inContext(value, request.context())
        .or(() -> Optional.ofNullable(strangers.get(value)).map(EvidenceShape::chosen))
        .orElse(new Origin(Kind.CONSTANT, 0, 0, value));
  }

  private static Optional<Origin> inContext(String value, Map<String, String> context) {
    return context.entrySet().stream()
        .filter(attribute -> attribute.getValue().equals(value))
        .map(attribute -> new Origin(Kind.CONTEXT, 0, 0, attribute.getKey()))
        .findFirst();
  }

  private static Origin chosen(Choice choice) {
    return new Origin(Kind.ANY, choice.place(), 0, choice.attribute());
  }

  private static Choice choice(Origin origin) {
    return new Choice(origin.text(), origin.from());
  }

  private static String agents(List<String> via, int from, int to) {
    return String.join(THEN, via.subList(from, to));
  }

  /** What the presenter chooses. */
  Stream<Choice> choices() {
    return origins.values().stream()
        .filter(origin -> origin.kind() == Kind.ANY)
        .map(EvidenceShape::choice);
  }

  /** Whether the presenter chooses something. */
  boolean leavesOpen() {
    return has(Kind.ANY);
  }

  /** Asked so often that a stream would be most of the time. */
  private boolean has(Kind kind) {
    for (Origin origin : origins.values()) {
      if (origin.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Whether some value is the user of the call, and not one that the presenter chose. */
  boolean namesUser() {
    return has(Kind.USER);
  }

  /** Whether no other value than the user's own is the user of the call. */
  boolean namesUserAsSuch() {
    return origins.entrySet().stream()
        .allMatch(
            value ->
                value.getKey().equals(Attributes.USER) == (value.getValue().kind() == Kind.USER));
  }

  /** Whether no value is of the path or the context. */
  boolean isOfUserAlone() {
    return origins.values().stream()
        .noneMatch(origin -> origin.kind() == Kind.AGENTS || origin.kind() == Kind.CONTEXT);
  }

  /** The evidence of the request, {@linkplain Choice#open open} where the presenter chooses. */
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
      case ANY -> choice(origin).open();
      case CONSTANT -> origin.text();
    };
  }
}
