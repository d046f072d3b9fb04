package dev.onbehalf.products.cedar;

import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.Rule;
import java.util.List;
import java.util.Map;

/** Questions with their answers in the form of Cedar's own {@code run-tests}. */
record CedarTests(Mapping mapping, CedarWorld world) {
  private static final int MOST = 500;

  List<Object> all() {
    return policies().questions(MOST).stream().map(this::test).map(Object.class::cast).toList();
  }

  private PointPolicies policies() {
    return mapping.policies();
  }

  private Map<String, Object> test(List<String> question) {
    List<String> reason = policies().deciding(question).stream().map(Rule::id).toList();
    return CedarWorld.map(
        "name",
        String.join(" ", question),
        "request",
        world.request(question),
        "entities",
        world.entities(question),
        "decision",
        policies().permits(question) ? "allow" : "deny",
        "reason",
        reason,
        "num_errors",
        0);
  }
}
