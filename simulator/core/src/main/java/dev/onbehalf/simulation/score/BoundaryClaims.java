package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Need;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be claimed to be irrelevant for a resource, as groupings of the rows of the table. */
final class BoundaryClaims {
  private final Scenario scenario;
  private final TruthTable truth;
  private final RequestClasses requests;
  private final int contexts;
  private final Map<Need, BoundaryClaim> onNeeds = new EnumMap<>(Need.class);
  private final Optional<BoundaryClaim> onContext;
  private final Map<String, BoundaryClaim> onAttributes;

  BoundaryClaims(Scenario scenario, TruthTable truth) {
    this.scenario = scenario;
    this.truth = truth;
    requests = truth.classes();
    contexts = requests.contexts().size();
    onNeeds.put(Need.AGENT_NEVER_MATTERS, claim(Claim.AGENT_NEVER_MATTERS, ofUser()));
    onNeeds.put(Need.USER_NEVER_MATTERS, claim(Claim.USER_NEVER_MATTERS, ofAgentOrUser()));
    onNeeds.put(Need.TWO_CHECKS_SUFFICE, claim(Claim.TWO_CHECKS_SUFFICE, ofUser(), ofPath()));
    onContext =
        contexts > 1
            ? Optional.of(claim(Claim.CONTEXT_NEVER_MATTERS, ofCaller()))
            : Optional.empty();
    onAttributes = contexts > 1 ? attributes() : Map.of();
  }

  /** The claims of the needs below the last, in their order. */
  Map<Need, BoundaryClaim> onNeeds() {
    return onNeeds;
  }

  /** The claim that the context never matters; none where there is only one. */
  Optional<BoundaryClaim> onContext() {
    return onContext;
  }

  /** For each context attribute by its name the claim that it never matters. */
  Map<String, BoundaryClaim> onAttributes() {
    return onAttributes;
  }

  private BoundaryClaim claim(Claim claim, RowGroups... groupings) {
    return new BoundaryClaim(claim, truth, List.of(groupings));
  }

  private RowGroups ofUser() {
    return new RowGroups(
        truth,
        requests.users().size() * contexts,
        row -> requests.user(row) * contexts + requests.context(row));
  }

  private RowGroups ofPath() {
    return new RowGroups(
        truth,
        requests.paths().size() * contexts,
        row -> requests.path(row) * contexts + requests.context(row));
  }

  /**
   * What is known of a call where agents have accounts of their own: a direct one names its user.
   */
  private RowGroups ofAgentOrUser() {
    int paths = requests.paths().size();
    return new RowGroups(
        truth,
        (paths + requests.users().size()) * contexts,
        row ->
            (isDirect(row) ? paths + requests.user(row) : requests.path(row)) * contexts
                + requests.context(row));
  }

  private boolean isDirect(int row) {
    return requests.paths().representative(requests.path(row)).isEmpty();
  }

  private RowGroups ofCaller() {
    return new RowGroups(truth, requests.rows() / contexts, row -> row / contexts);
  }

  private Map<String, BoundaryClaim> attributes() {
    Map<String, BoundaryClaim> attributes = new LinkedHashMap<>();
    for (ContextAttribute attribute : scenario.context()) {
      attributes.put(
          attribute.name(), claim(Claim.CONTEXT_NEVER_MATTERS, ofAllBut(attributes.size())));
    }
    return attributes;
  }

  private RowGroups ofAllBut(int attribute) {
    return new RowGroups(
        truth,
        requests.rows(),
        row ->
            requests.row(
                requests.user(row),
                requests.path(row),
                requests.contexts().without(attribute, requests.context(row))));
  }
}
