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
import java.util.function.Function;
import java.util.function.Predicate;
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
    this(
        fitting(scenario),
        Axis::of,
        Axis::of,
        target -> List.of(),
        new PolicyMatches(scenario, clause -> true));
  }

  /**
   * Such a table in which one can tell who is who: the first user and path of each class stands
   * apart from the rest, and targets of two resources are never in one class.
   */
  static RequestClasses apart(Scenario scenario) {
    return new RequestClasses(
        fitting(scenario),
        Axis::apart,
        Axis::apart,
        target -> List.of(target.resource()),
        new PolicyMatches(scenario, clause -> true));
  }

  private RequestClasses(
      Scenario scenario,
      Sorting<String> ofUsers,
      Sorting<List<String>> ofPaths,
      Function<Target, List<String>> groupOfTarget,
      PolicyMatches matches) {
    this(
        ofUsers.sort(scenario.usersAndNobody(), matches::likeness),
        ofPaths.sort(scenario.paths(), matches::likeness),
        new ContextAxis(scenario.context(), matches::ofValue),
        Axis.of(
            scenario.targets(),
            target -> List.of(groupOfTarget.apply(target), matches.ofTarget(target))),
        scenario::isAtUser,
        size(scenario));
  }

  /**
   * The table of these classes.
   *
   * @param size how many requests they hold
   */
  public RequestClasses(
      Axis<String> users,
      Axis<List<String>> paths,
      ContextAxis contexts,
      Axis<Target> targets,
      Predicate<List<String>> isAtUser,
      long size) {
    this.users = users;
    this.paths = paths;
    this.contexts = contexts;
    this.targets = targets;
    this.size = size;
    pathsAtUser =
        IntStream.range(0, paths.size())
            .filter(path -> isAtUser.test(paths.representative(path)))
            .toArray();
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

  private static Scenario fitting(Scenario scenario) {
    if (scenario.isOfManyNames()) {
      throw new ScenarioTooLargeException(
          "ranges have too many names to be written out in a run; `score` takes any number of them,"
              + " and leaves requirements and attacks out");
    }
    return scenario;
  }

  /** How the members of one kind are sorted into classes. */
  @FunctionalInterface
  private interface Sorting<T> {
    Axis<T> sort(List<T> members, Function<T, Object> signature);
  }

  /** Whether the row stands for requests: nobody is never there in person. */
  private boolean exists(int row) {
    return !isForNobody(row) || !paths.representative(path(row)).isEmpty();
  }

  public boolean isForNobody(int row) {
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
              "the policies tell %,.0f kinds of requests apart; at most %,d can be scored in a run;"
                  + " for any number there is `score`",
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

  public int columns() {
    return targets.size();
  }

  public int row(int user, int path, int context) {
    return (user * paths.size() + path) * contexts.size() + context;
  }

  /** The rows whose callers hold what the callers of the row hold; it is among them. */
  public IntStream sharing(int row) {
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
  public long weight(int row) {
    return rowWeights[row];
  }

  /** How many contexts the row stands for. */
  public long contextsOf(int row) {
    return contexts.weight(context(row));
  }

  /** How many targets the set bits stand for. */
  public long weigh(int word, long bits) {
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
