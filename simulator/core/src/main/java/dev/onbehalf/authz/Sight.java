package dev.onbehalf.authz;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What one point sees of a request: evidence, and what is asked for. */
public record Sight(Proof.Showing showing, SortedMap<String, String> shown, Target target) {
  private static final Set<String> OF_AGENTS =
      Set.of(
          Attributes.AGENT, Attributes.FIRST_AGENT, Attributes.PRIOR_AGENTS, Attributes.IN_PERSON);

  public Sight {
    shown = Collections.unmodifiableSortedMap(shown);
  }

  /** A map's own hash is a sum that many contexts of the same few values share. */
  @Override
  public int hashCode() {
    return 31 * List.copyOf(shown.values()).hashCode() + target.hashCode();
  }

  /** What the point is shown of the request, or would be. */
  public static Sight of(Proof.Showing showing, Request request) {
    return new Sight(
        showing,
        showing.shownBy(request.user(), request.via(), request.context()),
        request.target());
  }

  /** What every point on the path of the request is shown, in their order. */
  public static List<Sight> all(Proof proof, Request request) {
    return proof.passed(request.user(), request.via()).stream()
        .map(showing -> of(showing, request))
        .toList();
  }

  /** Whether the point sees just this of the request. */
  boolean isOf(Request request) {
    return showing.isPassedBy(request.user(), request.via()) && equals(of(showing, request));
  }

  /** Whether the point sees something of the path. */
  boolean tellsOfAgents() {
    return !Collections.disjoint(shown.keySet(), OF_AGENTS);
  }

  /** What the evidence tells of the path alone. */
  static Map<String, String> ofAgents(SortedMap<String, String> shown) {
    Map<String, String> ofAgents = new HashMap<>(shown);
    ofAgents.keySet().retainAll(OF_AGENTS);
    return ofAgents;
  }
}
