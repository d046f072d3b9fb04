package dev.onbehalf.products.authzen;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.export.PointView;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of an engine, with every attribute in it, empty ones as well: an engine skips a
 * prohibition whose attribute is missing.
 */
final class Question {
  private static final Proof.Showing PARTS =
      Proof.of(
              Attributes.AGENT,
              Attributes.FIRST_AGENT,
              Attributes.PRIOR_AGENTS,
              Attributes.IN_PERSON)
          .atResource();

  private final Map<String, Object> subject;
  private final Map<String, Object> context;

  Question(Scenario scenario, Caller caller) {
    context = ordered("path", PointView.path(caller.via()), "agents", caller.via());
    // What exports ask for by evidence that shows less than the path, whoever the user is.
    context.putAll(PARTS.shownBy("", caller.via(), Map.of()));
    context.put("attributes", caller.context());
    // Some engines leave out the context and see nothing but properties.
    Map<String, Object> properties = ordered("groups", groups(scenario, caller.user()));
    properties.putAll(context);
    subject = ordered("type", "user", "id", caller.user(), "properties", properties);
  }

  private static List<String> groups(Scenario scenario, String user) {
    return scenario.groups().entrySet().stream()
        .filter(group -> group.getValue().contains(user))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** AuthZEN 1.0 section 6.1. */
  String evaluation(Target target) {
    Map<String, Object> question = ordered("subject", subject);
    question.putAll(asked(target));
    question.put("context", context);
    return Json.text(question);
  }

  /** AuthZEN 1.0 section 7.1: what is said once holds for all evaluations. */
  String evaluations(List<Target> targets) {
    return Json.text(
        ordered(
            "subject",
            subject,
            "context",
            context,
            "evaluations",
            targets.stream().map(Question::asked).toList()));
  }

  private static Map<String, Object> asked(Target target) {
    return ordered(
        "action", ordered("name", target.action()),
        "resource", ordered("type", "resource", "id", target.resource()));
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      ordered.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return ordered;
  }
}
