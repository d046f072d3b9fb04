package dev.onbehalf.products.authzen;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.TreeReader;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A policy engine that is asked over the OpenID AuthZEN Authorization API 1.0. */
public final class AuthZenEngine {
  private static final String EVALUATION = "/access/v1/evaluation";
  private static final String EVALUATIONS = "/access/v1/evaluations";

  /** As many as engines take in one request unless they are told otherwise. */
  private static final int MOST_AT_ONCE = 50;

  /** How servers say that they don't have an endpoint. */
  private static final Set<Integer> ABSENT = Set.of(404, 405, 501);

  private final Connection connection;
  private boolean hasEvaluations = true;

  public AuthZenEngine(Connection connection) {
    this.connection = connection;
  }

  /**
   * Whether the engine permits each of the requests of the scenario. One message asks for one
   * caller only: an engine may take what it is told of a subject once for all evaluations.
   *
   * @throws ServerException if it can't be asked, or gives no decision
   */
  public Map<Request, Boolean> permits(Scenario scenario, List<Request> requests)
      throws ServerException {
    Map<Caller, List<Request>> byCaller = new LinkedHashMap<>();
    requests.forEach(
        request ->
            byCaller.computeIfAbsent(Caller.of(request), any -> new ArrayList<>()).add(request));
    Map<Request, Boolean> decisions = new LinkedHashMap<>();
    for (Map.Entry<Caller, List<Request>> asked : byCaller.entrySet()) {
      ask(new Question(scenario, asked.getKey()), asked.getValue(), decisions);
    }
    return decisions;
  }

  private void ask(Question question, List<Request> requests, Map<Request, Boolean> decisions)
      throws ServerException {
    for (int start = 0; start < requests.size(); start += MOST_AT_ONCE) {
      List<Request> some = requests.subList(start, Math.min(start + MOST_AT_ONCE, requests.size()));
      List<Boolean> answers = decisions(question, some.stream().map(Request::target).toList());
      for (int i = 0; i < answers.size(); i++) {
        decisions.put(some.get(i), answers.get(i));
      }
    }
  }

  private List<Boolean> decisions(Question question, List<Target> targets) throws ServerException {
    if (targets.size() > 1 && hasEvaluations) {
      Reply reply = connection.post(EVALUATIONS, question.evaluations(targets));
      // An engine needn't have the second endpoint.
      hasEvaluations = !ABSENT.contains(reply.status());
      if (hasEvaluations) {
        return read(reply, answer -> decisions(answer, targets.size()));
      }
    }
    List<Boolean> decisions = new ArrayList<>();
    for (Target target : targets) {
      Reply reply = connection.post(EVALUATION, question.evaluation(target));
      decisions.add(read(reply, AuthZenEngine::decision));
    }
    return decisions;
  }

  /** What to make of an answer. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Node answer) throws BadSourceException;
  }

  private static <T> T read(Reply reply, Reading<T> reading) throws ServerException {
    Optional<String> problem = problem(reply);
    if (problem.isPresent()) {
      throw new ServerException("answered " + problem.get());
    }
    try {
      return reading.of(TreeReader.json(reply.body(), Place.of("its answer"), 1));
    } catch (BadSourceException e) {
      throw new ServerException(e.line());
    }
  }

  private static Optional<String> problem(Reply reply) {
    return reply.status() == 200 && reply.isJson()
        ? Optional.empty()
        : Optional.of(reply.oddity() + meaning(reply.status()));
  }

  private static String meaning(int status) {
    if (status == 401 || status == 403) {
      return ": it wants to know who asks, and AUTHZEN_TOKEN has no token that it takes";
    }
    return ABSENT.contains(status) ? ": it has no " + EVALUATION : "";
  }

  private static List<Boolean> decisions(Node answer, int expected) throws BadSourceException {
    Node evaluations = answer.require("evaluations");
    List<Boolean> decisions = new ArrayList<>();
    for (Node one : evaluations.asList()) {
      decisions.add(decision(one));
    }
    if (decisions.size() != expected) {
      throw new BadSourceException(
          evaluations.place(),
          "expected %d decisions, found %d".formatted(expected, decisions.size()));
    }
    return decisions;
  }

  /** An evaluation that failed says {@code false}, too, which isn't what the policies say. */
  private static boolean decision(Node answer) throws BadSourceException {
    Optional<Node> error = answer.asMap().find("context").flatMap(context -> context.find("error"));
    if (error.isPresent()) {
      throw new BadSourceException(
          error.get().place(),
          "the engine failed" + error.get().text("message").map(why -> ": " + why).orElse(""));
    }
    return answer.require("decision").asBoolean();
  }
}
