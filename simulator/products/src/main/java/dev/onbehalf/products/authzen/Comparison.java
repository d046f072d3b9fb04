package dev.onbehalf.products.authzen;

import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine says beside what the sentences say.
 *
 * @param asked how many requests of which the sentences say something
 */
public record Comparison(int asked, List<Difference> differences) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  /**
   * A request that the engine decides otherwise.
   *
   * @param truth what the sentences say
   * @param deciding the sentence that says it; none where it is the default
   */
  public record Difference(Request request, Truth truth, Optional<Policy> deciding) {}

  /**
   * Asks the engine; what is unspecified is nobody's to decide, and isn't asked.
   *
   * @throws ServerException if it can't be asked, or gives no decision
   */
  public static Comparison of(Scenario scenario, List<Request> requests, AuthZenEngine engine)
      throws ServerException {
    List<Request> specified =
        requests.stream().filter(request -> scenario.truth(request) != Truth.UNSPECIFIED).toList();
    Map<Request, Boolean> permits = engine.permits(scenario, specified);
    return new Comparison(
        specified.size(),
        specified.stream()
            .filter(
                request ->
                    (scenario.truth(request) == Truth.PERMITTED)
                        != Boolean.TRUE.equals(permits.get(request)))
            .map(request -> difference(scenario, request))
            .toList());
  }

  private static Difference difference(Scenario scenario, Request request) {
    Truth truth = scenario.truth(request);
    return new Difference(
        request,
        truth,
        scenario.policies().stream()
            .filter(policy -> policy.isDecisive(request, truth))
            .findFirst());
  }
}
