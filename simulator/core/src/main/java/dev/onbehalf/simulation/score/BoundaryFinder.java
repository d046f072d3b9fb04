package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Boundary.Need;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds for each resource the least that must be known to enforce its policies. */
public final class BoundaryFinder {
  private final Scenario scenario;
  private final RequestClasses requests;
  private final BoundaryClaims claims;

  public BoundaryFinder(Scenario scenario, TruthTable truth) {
    this.scenario = scenario;
    requests = truth.classes();
    claims = new BoundaryClaims(scenario, truth);
  }

  /** What every resource needs, in the order of the file. */
  public List<Boundary> boundaries() {
    return scenario.resources().stream().map(resource -> boundary(resource.name())).toList();
  }

  private Boundary boundary(String resource) {
    long[] columns = columns(resource);
    List<Counterexample> witness = new ArrayList<>();
    Need need = need(resource, columns, witness);
    Optional<Counterexample> context =
        claims.onContext().flatMap(claim -> counterexample(claim, resource, columns));
    context.ifPresent(witness::add);
    List<String> attributes =
        context.map(example -> attributes(columns, example)).orElse(List.of());
    return new Boundary(
        resource,
        need,
        need.sentence() + and(attributes),
        context.isPresent(),
        attributes,
        witness);
  }

  /** The first need whose claim holds; what refutes those before it goes to the witness. */
  private Need need(String resource, long[] columns, List<Counterexample> witness) {
    for (Map.Entry<Need, BoundaryClaim> claim : claims.onNeeds().entrySet()) {
      Optional<Counterexample> refuted = counterexample(claim.getValue(), resource, columns);
      if (refuted.isEmpty()) {
        return claim.getKey();
      }
      witness.add(refuted.get());
    }
    return Need.ONE_POINT_MUST_SEE_BOTH;
  }

  private long[] columns(String resource) {
    long[] columns = new long[BitMatrix.wordsFor(requests.columns())];
    IntStream.range(0, requests.columns())
        .filter(column -> target(resource, column).isPresent())
        .forEach(column -> columns[column / Long.SIZE] |= 1L << column);
    return columns;
  }

  private Optional<Target> target(String resource, int column) {
    return requests.targets().members(column).stream()
        .filter(target -> target.resource().equals(resource))
        .findFirst();
  }

  private Optional<Counterexample> counterexample(
      BoundaryClaim claim, String resource, long[] columns) {
    return claim
        .refutation(columns)
        .map(
            denied ->
                counterexample(
                    claim.claim(),
                    claim.permittedBeside(denied).stream().map(c -> request(resource, c)).toList(),
                    request(resource, denied)));
  }

  private static Counterexample counterexample(
      Claim claim, List<Request> permitted, Request denied) {
    String sentence =
        permitted.stream().map(Request::sentence).collect(Collectors.joining(" and "))
            + " must be permitted, "
            + denied.sentence()
            + " denied";
    return new Counterexample(claim, permitted, denied, sentence);
  }

  private Request request(String resource, Cell cell) {
    Request any = requests.representative(cell.row(), cell.column());
    String action = target(resource, cell.column()).orElseThrow().action();
    return new Request(any.user(), any.via(), resource, action, any.context());
  }

  /**
   * The attributes that matter on their own; where unspecified requests hide that, those in which
   * the counterexample differs.
   */
  private List<String> attributes(long[] columns, Counterexample example) {
    List<String> alone =
        claims.onAttributes().entrySet().stream()
            .filter(claim -> claim.getValue().refutation(columns).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return alone.isEmpty() ? differing(example) : alone;
  }

  private List<String> differing(Counterexample example) {
    return scenario.context().stream()
        .map(ContextAttribute::name)
        .filter(
            name -> !value(example.permitted().get(0), name).equals(value(example.denied(), name)))
        .toList();
  }

  private static String value(Request request, String attribute) {
    return request.context().getOrDefault(attribute, "");
  }

  private static String and(List<String> attributes) {
    return switch (attributes.size()) {
      case 0 -> "";
      case 1 -> "; the context attribute " + attributes.get(0) + " matters, too";
      default -> "; the context attributes " + String.join(" and ", attributes) + " matter, too";
    };
  }
}
