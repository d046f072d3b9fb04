package dev.onbehalf.reports.html;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.List;

/**
 * What the evidence would have to say for two requests to be told apart, derived from where the
 * requests differ.
 *
 * @param claim the claim that usually says it
 * @param meaning what it would say
 * @param permitted what it would say of the permitted request
 * @param denied what it would say of the denied request
 */
public record MissingClaim(String claim, String meaning, String permitted, String denied) {
  static List<MissingClaim> of(Witness witness) {
    Request permitted = witness.permitted();
    Request denied = witness.denied();
    if (witness.isOfStranger()) {
      // RFC 9068 section 2.2: of a token by client credentials, the subject is the client.
      return List.of(
          new MissingClaim("sub", "naming the agent itself", presenter(permitted), "nothing"));
    }
    List<MissingClaim> missing = new ArrayList<>();
    addUser(permitted, denied, missing);
    addPath(permitted, denied, missing);
    addContext(permitted, denied, missing);
    return missing;
  }

  private static void addUser(Request permitted, Request denied, List<MissingClaim> missing) {
    if (!permitted.user().equals(denied.user())) {
      missing.add(new MissingClaim("sub", "naming the user", permitted.user(), denied.user()));
    }
  }

  private static void addPath(Request permitted, Request denied, List<MissingClaim> missing) {
    if (!presenter(permitted).equals(presenter(denied))) {
      missing.add(
          new MissingClaim("act", "naming the agent", presenter(permitted), presenter(denied)));
    } else if (!permitted.via().equals(denied.via())) {
      // RFC 8693 section 4.1: prior actors are informational, so their presence is not enough.
      missing.add(
          new MissingClaim(
              "act.act", "proving the earlier agents", earlier(permitted), earlier(denied)));
    }
  }

  private static void addContext(Request permitted, Request denied, List<MissingClaim> missing) {
    for (String attribute : WitnessView.contextAttributes(permitted, denied)) {
      String one = permitted.context().getOrDefault(attribute, "not set");
      String other = denied.context().getOrDefault(attribute, "not set");
      if (!one.equals(other)) {
        missing.add(new MissingClaim(attribute, "under a signature", one, other));
      }
    }
  }

  private static String presenter(Request request) {
    return request.via().isEmpty() ? "nobody" : request.via().get(request.via().size() - 1);
  }

  private static String earlier(Request request) {
    List<String> earlier = request.via().subList(0, Math.max(0, request.via().size() - 1));
    return earlier.isEmpty() ? "nobody" : String.join(" then ", earlier);
  }
}
