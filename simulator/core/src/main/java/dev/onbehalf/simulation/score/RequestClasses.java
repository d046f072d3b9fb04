package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The request space as a table: a row for every class of users, paths and contexts, a column for
 * every class of targets. Requests in one cell are treated alike by every policy.
 */
public final class RequestClasses {
  private static final long MOST_BITS = 4L << 30;

  private final Axis<String> users;
  private final Axis<List<String>> paths;
  private final ContextAxis contexts;
  private final Axis<Target> targets;
  private final int[] pathsAtUser;
  private final int rows;
  private final long[] rowWeights;
  private final long size;

  RequestClasses(Scenario scenario) {
    PolicyMatches matches = new PolicyMatches(scenario, clause -> true);
    users = Axis.of(scenario.usersAndNobody(), matches::likeness);
    paths = Axis.of(scenario.paths(), matches::likeness);
    contexts = new ContextAxis(scenario.context(), matches);
    targets = Axis.of(scenario.targets(), matches::ofTarget);
    pathsAtUser =
        IntStream.range(0, paths.size())
            .filter(path -> scenario.isAtUser(paths.representative(path)))
            .toArray();
    size = size(scenario);
    requireFits((double) users.size() * paths.size() * contexts.size());
    rows = users.size() * paths.size() * contexts.size();
    rowWeights = new long[rows];
    for (int row = 0; row < rows; row++) {
      rowWeights[row] =
          exists(row)
              ? contexts.weight(context(row)) * users.weight(user(row)) * paths.weight(path(row))
              : 0;
    }
  }

  /** Whether the row stands for requests: nobody is never there in person. */
  private boolean exists(int row) {
    return !isForNobody(row) || !paths.representative(path(row)).isEmpty();
  }

  private boolean isForNobody(int row) {
    return users.representative(user(row)).equals(Keywords.NOBODY);
  }

  private static long size(Scenario scenario) {
    try {
      return scenario.requestCount().longValueExact();
    } catch (ArithmeticException overflow) {
      throw new ScenarioTooLargeException("the scenario has more than 2^63 requests");
    }
  }

  private void requireFits(double wantedRows) {
    double bits = wantedRows * BitMatrix.wordsFor(targets.size()) * Long.SIZE;
    if (bits > MOST_BITS) {
      throw new ScenarioTooLargeException(
          String.format(
              "the policies tell %,.0f kinds of requests apart; at most %,d can be scored",
              wantedRows * targets.size(), MOST_BITS));
    }
  }

  /** How many requests there are. */
  public long size() {
    return size;
  }

  public int rows() {
    return rows;
  }

  int columns() {
    return targets.size();
  }

  int row(int user, int path, int context) {
    return (user * paths.size() + path) * contexts.size() + context;
  }

  /** The rows whose callers hold what the callers of the row hold; it is among them. */
  IntStream sharing(int row) {
    int path = path(row);
    return !isForNobody(row) && IntStream.of(pathsAtUser).anyMatch(one -> one == path)
        ? IntStream.of(pathsAtUser).map(one -> row(user(row), one, context(row)))
        : IntStream.of(row);
  }

  public int user(int row) {
    return row / contexts.size() / paths.size();
  }

  public int path(int row) {
    return row / contexts.size() % paths.size();
  }

  public int context(int row) {
    return row % contexts.size();
  }

  public Axis<String> users() {
    return users;
  }

  public Axis<List<String>> paths() {
    return paths;
  }

  public ContextAxis contexts() {
    return contexts;
  }

  public Axis<Target> targets() {
    return targets;
  }

  /** How many combinations of user, path and context the row stands for. */
  long weight(int row) {
    return rowWeights[row];
  }

  /** How many targets the set bits stand for. */
  long weigh(int word, long bits) {
    long weight = 0;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      weight += targets.weight(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
    }
    return weight;
  }

  /** The bits of the word that stand for requests of the row. */
  public long existing(int row, int word) {
    return rowWeights[row] == 0 ? 0 : existing(word);
  }

  private long existing(int word) {
    int columns = columns() - word * Long.SIZE;
    return columns >= Long.SIZE ? -1L : (1L << columns) - 1;
  }

  int rowOf(Request request) {
    return row(
        users.classOf(request.user()),
        paths.classOf(request.via()),
        contexts.classOf(request.context()));
  }

  int columnOf(Request request) {
    return targets.classOf(request.target());
  }

  /** The columns of all actions on the resource. */
  public BitSet columnsOf(Resource resource) {
    BitSet columns = new BitSet();
    resource
        .actions()
        .forEach(action -> columns.set(targets.classOf(new Target(resource.name(), action))));
    return columns;
  }

  /** The first request of the cell in the order of the file. */
  public Request representative(int row, int column) {
    Target target = targets.representative(column);
    return new Request(
        users.representative(user(row)),
        paths.representative(path(row)),
        target.resource(),
        target.action(),
        contexts.representative(context(row)));
  }
}
