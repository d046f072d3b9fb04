package dev.onbehalf.authz;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Evidence as one point sees it, and which requests could show it there.
 *
 * @param contextValues the declared values of each attribute of the scenario's context, by name
 */
record Sighting(
    Proof.Showing showing,
    SortedMap<String, String> shown,
    Map<String, List<String>> contextValues) {

  /** The user that is named, if one is. */
  Optional<String> user() {
    return Optional.ofNullable(shown.get(Attributes.USER));
  }

  boolean namesAgents() {
    return shown.containsKey(Attributes.AGENT)
        || shown.containsKey(Attributes.FIRST_AGENT)
        || shown.containsKey(Attributes.PRIOR_AGENTS);
  }

  /** Whether calls on the path show just these attributes at this point, with these agents. */
  boolean fitsPath(List<String> path) {
    return showing.isPassedBy(path)
        && Set.copyOf(expected(path)).equals(shown.keySet())
        && fits(Attributes.AGENT, Proof.Showing.presenter(path))
        && fits(Attributes.FIRST_AGENT, Proof.Showing.first(path))
        && fits(Attributes.PRIOR_AGENTS, Attributes.priorAgents(path));
  }

  /** Whether the context has the values that are shown, and they are values at all. */
  boolean fitsContext(Map<String, String> context) {
    return contextValues.entrySet().stream()
        .allMatch(
            attribute -> {
              String value = shown.get(Attributes.context(attribute.getKey()));
              return value == null
                  || (attribute.getValue().contains(value)
                      && context.getOrDefault(attribute.getKey(), value).equals(value));
            });
  }

  private List<String> expected(List<String> path) {
    List<String> expected = new ArrayList<>();
    for (String attribute : showing.attributes(path)) {
      if (attribute.equals(Attributes.CONTEXT)) {
        contextValues.keySet().forEach(name -> expected.add(Attributes.context(name)));
      } else {
        expected.add(attribute);
      }
    }
    return expected;
  }

  private boolean fits(String attribute, String value) {
    return shown.getOrDefault(attribute, value).equals(value);
  }
}
