package dev.onbehalf.authz;

import dev.onbehalf.scenario.Request;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which attributes a strategy's evidence verifies; the live run holds the strategy to it.
 *
 * @param directly of a call by the user in person
 * @param via of a call through agents
 */
public record Proof(List<String> directly, List<String> via) {
  public Proof {
    directly = List.copyOf(directly);
    via = List.copyOf(via);
  }

  /** The attributes verified on the path. */
  public List<String> attributes(List<String> path) {
    return path.isEmpty() ? directly : via;
  }

  /** The verified evidence that the request shows. */
  public SortedMap<String, String> shownBy(Request request) {
    SortedMap<String, String> shown = new TreeMap<>();
    for (String attribute : attributes(request.via())) {
      shown.put(attribute, value(attribute, request));
    }
    return shown;
  }

  /** Whether one enforcement point sees user and agent together. */
  public boolean isJoint() {
    return via.contains(Attributes.USER) && via.contains(Attributes.AGENT);
  }

  private static String value(String attribute, Request request) {
    return switch (attribute) {
      case Attributes.USER -> request.user();
      case Attributes.AGENT -> presenter(request.via());
      default -> throw new IllegalArgumentException("no attribute is called `" + attribute + "`");
    };
  }

  /** The agent that presents the credential on the path, or that there is none. */
  static String presenter(List<String> path) {
    return path.isEmpty() ? Attributes.DIRECTLY : path.get(path.size() - 1);
  }
}
