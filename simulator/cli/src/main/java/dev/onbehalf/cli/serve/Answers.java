package dev.onbehalf.cli.serve;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.lint.Warning;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page in the browser is told of a run. */
final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Answers() {}

  /** The scenario can't be run, for these reasons. */
  static String problems(List<Problem> problems) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray("problems");
    problems.forEach(
        problem ->
            add(list, problem.position(), problem.message())
                .put("length", Math.max(1, carets(problem.excerpt()))));
    return answer.toString();
  }

  /** Likewise, for one reason that concerns all of it. */
  static String problem(String reason) {
    return problems(List.of(new Problem(new Position(1, 1), reason, "")));
  }

  private static int carets(String excerpt) {
    return (int)
        excerpt.substring(excerpt.lastIndexOf('\n') + 1).chars().filter(c -> c == '^').count();
  }

  /** What to use for the scenario, and what else the editor shows of it. */
  static String verdict(Scenario scenario, SimulationResult result, List<Warning> warnings) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("scenario", scenario.name());
    answer.put("verdict", headline(result));
    ArrayNode unmet = answer.putArray("unmet");
    result
        .unmet()
        .forEach(
            one -> add(unmet, new Position(one.line(), one.column()), ResultWords.sentence(one)));
    ArrayNode list = answer.putArray("warnings");
    warnings.forEach(warning -> add(list, warning.position(), warning.message()));
    ArrayNode names = answer.putArray("names");
    names(scenario).distinct().forEach(names::add);
    return answer.toString();
  }

  private static String headline(SimulationResult result) {
    String use =
        result
            .verdict()
            .recommended()
            .map(name -> "use " + name)
            .orElse("no strategy enforces all %d policies".formatted(result.countedPolicies()));
    return use + "; on-behalf-of is " + ResultWords.words(result.verdict().onBehalfOf());
  }

  /** The page of the scenario. */
  static String report(String page) {
    return JSON.createObjectNode().put("page", page).toString();
  }

  private static ObjectNode add(ArrayNode list, Position position, String message) {
    return list.addObject()
        .put("line", position.line())
        .put("column", position.column())
        .put("message", message);
  }

  /** What sentences may speak of. */
  private static Stream<String> names(Scenario scenario) {
    return Stream.of(
            scenario.users().stream(),
            scenario.agents().stream(),
            scenario.groups().keySet().stream(),
            scenario.resources().stream().map(Resource::name),
            scenario.resources().stream().flatMap(resource -> resource.actions().stream()))
        .flatMap(names -> names);
  }
}
