package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Need;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be claimed to be irrelevant for a resource, as groupings of the rows of the table. */
final class BoundaryClaims {
  private final Scenario scenario;
  private final TruthTable truth;
  private final RequestClasses requests;
  private final int contexts;
  private final Map<Need, BoundaryClaim> onNeeds = new EnumMap<>(Need.class);
  private final Optional<BoundaryClaim> onContext;
  private final List<BoundaryClaim> onAttributes;

  BoundaryClaims(Scenario scenario, TruthTable truth) {
    this.scenario = scenario;
    this.truth = truth;
    requests = truth.classes();
    contexts = requests.contexts().size();
    add(Need.AGENT_NEVER_MATTERS, ofUser());
    add(Need.USER_NEVER_MATTERS, ofAgentOrUser());
    add(Need.TWO_CHECKS_SUFFICE, ofUser(), ofPath());
    onContext =
        contexts > 1 ? Optional.of(claim("context-never-matters", ofCaller())) : Optional.empty();
    onAttributes = contexts > 1 ? attributes() : List.of();
  }

  private void add(Need need, RowGroups... groupings) {
    onNeeds.put(need, claim(need.word(), groupings));
  }

  /** The claims of the needs below the last, in their order. */
  Map<Need, BoundaryClaim> onNeeds() {
    return onNeeds;
  }

  /** The claim that the context never matters; none where there is only one. */
  Optional<BoundaryClaim> onContext() {
    return onContext;
  }

  /** For each context attribute the claim, under its name, that it never matters. */
  List<BoundaryClaim> onAttributes() {
    return onAttributes;
  }

  private BoundaryClaim claim(String name, RowGroups... groupings) {
    return new BoundaryClaim(name, truth, List.of(groupings));
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

  private List<BoundaryClaim> attributes() {
    return IntStream.range(0, scenario.context().size())
        .mapToObj(i -> claim(scenario.context().get(i).name(), ofAllBut(i)))
        .toList();
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
