package dev.onbehalf.authz;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contexts that some policies can tell apart. */
final class RelevantContexts {
  private RelevantContexts() {}

  /** Every combination of values of the attributes on which one of the policies has a condition. */
  static List<Map<String, String>> of(List<ContextAttribute> attributes, List<Policy> policies) {
    List<Map<String, String>> contexts = List.of(Map.of());
    for (ContextAttribute attribute : attributes) {
      if (policies.stream().anyMatch(p -> p.conditions().containsKey(attribute.name()))) {
        contexts = extended(contexts, attribute);
      }
    }
    return contexts;
  }

  private static List<Map<String, String>> extended(
      List<Map<String, String>> contexts, ContextAttribute attribute) {
    List<Map<String, String>> extended = new ArrayList<>();
    for (Map<String, String> context : contexts) {
      for (String value : attribute.values()) {
        Map<String, String> longer = new TreeMap<>(context);
        longer.put(attribute.name(), value);
        extended.add(longer);
      }
    }
    return extended;
  }
}
