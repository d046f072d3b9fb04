package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;

/** Chooses the requests of a live run: all of them, or a sample that holds every kind of class. */
public final class RequestSampler {
  /**
   * As many as make it unlikely (2 %) that half of them, drawn evenly, miss what is true of one
   * request in 500; the other half are some of every kind, however rare.
   */
  private static final int ENOUGH = 4_000;

  private final Scenario scenario;
  private final List<String> users;
  private final List<List<String>> paths;
  private final List<Target> targets;
  private final TruthTable truth;
  private final int limit;
  private final Random random;

  /**
   * A sampler.
   *
   * @param limit up to which all requests are played; of more there is a sample, which is as large
   *     only where the limit is higher than it is by default
   */
  public RequestSampler(Scenario scenario, TruthTable truth, int limit, long seed) {
    this.scenario = scenario;
    users = scenario.usersAndNobody();
    paths = scenario.paths();
    targets = scenario.targets();
    this.truth = truth;
    this.limit = limit;
    this.random = new Random(seed);
  }

  /** Those to ask somebody who knows all of each request: all of them, or some of every kind. */
  public static List<Request> sample(Scenario scenario, int limit, long seed) {
    TruthTable truth = new TruthTable(scenario);
    Proof everything =
        Proof.of(Attributes.USER, Attributes.AGENT, Attributes.PRIOR_AGENTS, Attributes.CONTEXT);
    return new RequestSampler(scenario, truth, limit, seed)
        .sample(new ExactScore(truth, Situation.proof(everything, scenario.contexts()), Map.of()));
  }

  public List<Request> sample(ExactScore score) {
    if (truth.classes().size() <= limit) {
      return scenario.requests().toList();
    }
    int size = limit > SimulationSettings.DEFAULT_LIVE_LIMIT ? limit : Math.min(limit, ENOUGH);
    Set<Request> sample = new LinkedHashSet<>();
    for (List<Cell> stratum : new Strata(truth, score, random).cells(size)) {
      stratum.forEach(cell -> sample.add(member(cell)));
    }
    while (sample.size() < size) {
      sample.add(anyRequest());
    }
    return List.copyOf(sample).subList(0, size);
  }

  private Request member(Cell cell) {
    RequestClasses classes = truth.classes();
    return request(
        pick(classes.users().members(classes.user(cell.row()))),
        pick(classes.paths().members(classes.path(cell.row()))),
        pick(classes.targets().members(cell.column())),
        classes.contexts().member(classes.context(cell.row()), random::nextInt));
  }

  private Request anyRequest() {
    SortedMap<String, String> context = scenario.contexts().choosing(one -> pick(one.values()));
    String user = pick(users);
    return request(user, pick(Scenario.pathsOf(user, paths)), pick(targets), context);
  }

  private static Request request(
      String user, List<String> path, Target target, SortedMap<String, String> context) {
    return new Request(user, path, target.resource(), target.action(), context);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
