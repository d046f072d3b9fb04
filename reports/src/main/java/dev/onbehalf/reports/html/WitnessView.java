package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.RequestWords;
import dev.onbehalf.simulation.SimulationResult.RequestFacts;
import dev.onbehalf.simulation.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A witness laid out for comparison.
 *
 * @param request the two requests, part by part
 * @param missing what would tell the two apart
 */
public record WitnessView(
    Witness witness,
    String permitted,
    String denied,
    List<Compared> request,
    List<TokenPair> tokens,
    List<MissingClaim> missing) {
  static WitnessView of(Witness witness) {
    return new WitnessView(
        witness,
        RequestWords.sentence(witness.permitted()),
        RequestWords.sentence(witness.denied()),
        requestParts(witness.permitted(), witness.denied()),
        TokenPair.of(witness),
        MissingClaim.of(witness));
  }

  /** The number of tokens that each of the two presents, when they are as many. */
  public boolean presentsTokens() {
    return !tokens.isEmpty();
  }

  private static List<Compared> requestParts(RequestFacts permitted, RequestFacts denied) {
    List<Compared> parts = new ArrayList<>();
    parts.add(new Compared("user", permitted.user(), denied.user()));
    parts.add(new Compared("path", RequestWords.path(permitted), RequestWords.path(denied)));
    parts.add(new Compared("resource", permitted.resource(), denied.resource()));
    parts.add(new Compared("action", permitted.action(), denied.action()));
    for (String attribute : contextAttributes(permitted, denied)) {
      parts.add(
          new Compared(
              attribute,
              permitted.context().getOrDefault(attribute, "not set"),
              denied.context().getOrDefault(attribute, "not set")));
    }
    return parts;
  }

  static TreeSet<String> contextAttributes(RequestFacts permitted, RequestFacts denied) {
    TreeSet<String> attributes = new TreeSet<>(permitted.context().keySet());
    attributes.addAll(denied.context().keySet());
    return attributes;
  }
}
