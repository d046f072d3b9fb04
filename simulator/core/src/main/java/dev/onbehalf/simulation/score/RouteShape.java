package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What the points see of a call that is made in one way, with the parties left open. */
public record RouteShape(List<Stop> stops) {
  public RouteShape {
    stops = List.copyOf(stops);
  }

  /** One point, and what it sees. */
  public record Stop(Point point, EvidenceShape shape) {}

  /**
   * Whether there is a user, and which agents of the path are the same: what requests must share so
   * that one foretells the other.
   */
  public static Pattern pattern(Request request) {
    return pattern(request.user(), request.via());
  }

  /** The pattern of requests of the user on the path. */
  public static Pattern pattern(String user, List<String> path) {
    return new Pattern(user.equals(Attributes.NO_USER), path.stream().map(path::indexOf).toList());
  }

  /** What requests share of which one foretells the other. */
  public record Pattern(boolean forNobody, List<Integer> agents) {
    public Pattern {
      agents = List.copyOf(agents);
    }
  }

  /** The shape as one word, which {@link #read} reads. */
  public String written() {
    StringJoiner written = new StringJoiner(";");
    stops.forEach(stop -> written.add(stop.point() + "?" + stop.shape().written()));
    return written.toString();
  }

  /** The shape that was written so. */
  public static RouteShape read(String written) {
    List<Stop> stops = new ArrayList<>();
    for (String stop : written.split(";", -1)) {
      int end = stop.indexOf('?');
      stops.add(
          new Stop(
              Point.valueOf(stop.substring(0, end)), EvidenceShape.read(stop.substring(end + 1))));
    }
    return new RouteShape(stops);
  }

  /** Whether some point learns the user of the call, whatever the presenter writes. */
  public boolean namesUser() {
    for (Stop stop : stops) {
      if (stop.shape().namesUser()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the user is named as the user alone, and not as anything else. */
  boolean namesUserAsSuch() {
    return stops.stream().allMatch(stop -> stop.shape().namesUserAsSuch());
  }

  /** Whether it is the same on every path and in every context. */
  boolean isOfUserAlone() {
    return stops.stream().allMatch(stop -> stop.shape().isOfUserAlone());
  }

  /** Whether the presenter chooses something, at one point or another. */
  boolean leavesOpen() {
    for (Stop stop : stops) {
      if (stop.shape().leavesOpen()) {
        return true;
      }
    }
    return false;
  }

  /** What the presenter chooses, at one point or another. */
  List<EvidenceShape.Choice> choices() {
    return stops.stream().flatMap(stop -> stop.shape().choices()).distinct().toList();
  }

  /** What the points see of the request. */
  List<Seen> of(Request request) {
    return stops.stream().map(stop -> new Seen(stop.point(), stop.shape().of(request))).toList();
  }

  /** What one point sees, perhaps with values that are open. */
  record Seen(Point point, SortedMap<String, String> evidence) {
    Seen {
      evidence = Collections.unmodifiableSortedMap(evidence);
    }

    Seen choosing(EvidenceShape.Choice choice, String chosen) {
      SortedMap<String, String> closed = new TreeMap<>(evidence);
      closed.replaceAll((name, value) -> value.equals(choice.open()) ? chosen : value);
      return new Seen(point, closed);
    }
  }
}
