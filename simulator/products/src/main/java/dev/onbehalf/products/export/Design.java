package dev.onbehalf.products.export;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import java.util.List;

/**
 * Which strategy serves which resources.
 *
 * @param proof as the strategy declares it
 */
public record Design(String strategy, Proof proof, List<String> resources) {
  public Design {
    resources = List.copyOf(resources);
  }

  /** One strategy for all resources. */
  public static Design ofAll(String strategy, Proof proof, Scenario scenario) {
    return new Design(strategy, proof, scenario.resources().stream().map(Resource::name).toList());
  }

  /** What every point enforces, of the points that some call passes. */
  public static List<PointPolicies> policies(Scenario scenario, List<Design> designs) {
    return designs.stream()
        .flatMap(design -> design.policies(scenario, designs.size() > 1).stream())
        .toList();
  }

  private List<PointPolicies> policies(Scenario scenario, boolean isOneOfSeveral) {
    Samples samples = new Samples(scenario, resources);
    List<Point> points = proof.showings().stream().map(Proof.Showing::point).toList();
    return Situation.proof(proof, scenario.contexts()).showings().stream()
        .map(PointView::of)
        .filter(view -> samples.all().stream().anyMatch(one -> view.isPassedBy(one.request())))
        .map(
            view ->
                new PointPolicies(
                    (isOneOfSeveral ? strategy + "-" : "") + view.point().word(),
                    strategy,
                    view,
                    new Projection(scenario, resources, samples, view, points).sentences()))
        .toList();
  }

  /** What one engine enforces that is told user, path and context of every request. */
  public static PointPolicies ofEverything(Scenario scenario) {
    List<String> all = scenario.resources().stream().map(Resource::name).toList();
    PointView view = PointView.ofEverything(scenario);
    Samples samples = new Samples(scenario, all);
    return new PointPolicies(
        Point.RESOURCE.word(),
        "everything",
        view,
        new Projection(scenario, all, samples, view, List.of()).sentences());
  }
}
