package dev.onbehalf.products.cedar;

import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions with their answers in the form of Cedar's own {@code run-tests}. */
record CedarTests(Mapping mapping, CedarWorld world) {
  private static final int MOST = 500;

  /** For each rule one that it speaks of, and those that differ from it in one value. */
  List<Object> all() {
    Set<List<String>> questions = new LinkedHashSet<>();
    for (Rule rule : policies().rules()) {
      List<String> first =
          rule.questions().values().stream().map(values -> values.iterator().next()).toList();
      questions.add(first);
      for (int field = 0; field < first.size(); field++) {
        addNeighbours(first, field, questions);
      }
    }
    return questions.stream().limit(MOST).map(this::test).map(Object.class::cast).toList();
  }

  private PointPolicies policies() {
    return mapping.policies();
  }

  private void addNeighbours(List<String> question, int field, Set<List<String>> questions) {
    if (questions.size() < MOST) {
      for (String value : policies().values(policies().fields().get(field))) {
        List<String> changed = new ArrayList<>(question);
        changed.set(field, value);
        questions.add(changed);
      }
    }
  }

  private Map<String, Object> test(List<String> question) {
    List<String> reason = policies().deciding(question).stream().map(Rule::id).toList();
    return CedarWorld.map(
        "name", String.join(" ", question),
        "request", world.request(question),
        "entities", world.entities(question),
        "decision", policies().permits(question) ? "allow" : "deny",
        "reason", reason,
        "num_errors", 0);
  }
}
