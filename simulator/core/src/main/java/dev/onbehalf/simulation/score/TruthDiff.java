package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.TruthChange;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What two versions of a scenario say of the calls of both, on classes of calls. Where only one has
 * an attribute of the context, the other doesn't look at it.
 */
public final class TruthDiff {
  private static final double MOST_CELLS = 1L << 26;

  private final Side old;
  private final Side now;
  private final Map<Reason, TruthChange> changes = new LinkedHashMap<>();

  private TruthDiff(Scenario old, Scenario now) {
    this.old = Side.of(old);
    this.now = Side.of(now);
  }

  /** The changes from one version to the other, newly permitted calls first. */
  public static List<TruthChange> between(Scenario old, Scenario now) {
    TruthDiff diff = new TruthDiff(old, now);
    diff.compare();
    return diff.changes.values().stream().sorted(Comparator.comparing(TruthChange::kind)).toList();
  }

  /** One version; its matches are empty for what it doesn't have. */
  private record Side(
      Scenario scenario,
      PolicyMatches matches,
      Set<String> users,
      Set<List<String>> paths,
      Set<Target> targets) {
    static Side of(Scenario scenario) {
      return new Side(
          scenario,
          new PolicyMatches(scenario, clause -> true),
          new HashSet<>(scenario.usersAndNobody()),
          new HashSet<>(scenario.paths()),
          new HashSet<>(scenario.targets()));
    }

    Optional<BitSet> ofUser(String user) {
      return users.contains(user) ? Optional.of(matches.ofUser(user)) : Optional.empty();
    }

    Optional<BitSet> ofPath(List<String> path) {
      return paths.contains(path) ? Optional.of(matches.ofPath(path)) : Optional.empty();
    }

    Optional<BitSet> ofTarget(Target target) {
      return targets.contains(target) ? Optional.of(matches.ofTarget(target)) : Optional.empty();
    }

    Optional<BitSet> ofContext(SortedMap<String, String> context) {
      return scenario.context().stream()
              .allMatch(one -> one.values().contains(context.getOrDefault(one.name(), "")))
          ? Optional.of(matches.ofContext(context))
          : Optional.empty();
    }

    Ruling ruling(Optional<BitSet> matching) {
      Optional<Truth> truth = matching.map(matches::truth);
      return new Ruling(truth, truth.flatMap(one -> by(one, matching.orElseThrow())));
    }

    private Optional<Policy> by(Truth truth, BitSet matching) {
      return Stream.of(Effect.values())
          .filter(effect -> effect.truth() == truth)
          .flatMap(effect -> matches.policies(and(matching, matches.ofEffect(effect))).stream())
          .findFirst();
    }
  }

  /** What is true, and by which policy. */
  private record Ruling(Optional<Truth> truth, Optional<Policy> by) {
    boolean permits() {
      return truth.equals(Optional.of(Truth.PERMITTED));
    }
  }

  /** What tells changes apart; policies by their ids. */
  private record Reason(
      Optional<Truth> before, Optional<Truth> after, Optional<String> was, Optional<String> is) {}

  /** The clauses that match in both versions. */
  private record Both(Optional<BitSet> old, Optional<BitSet> now) {
    Both and(Both other) {
      return new Both(meet(old, other.old), meet(now, other.now));
    }

    private static Optional<BitSet> meet(Optional<BitSet> one, Optional<BitSet> other) {
      return one.flatMap(left -> other.map(right -> TruthDiff.and(left, right)));
    }
  }

  private static BitSet and(BitSet left, BitSet right) {
    BitSet both = (BitSet) left.clone();
    both.and(right);
    return both;
  }

  private void compare() {
    // Nobody calls in person, so that neither may stand for others.
    Axis<String> users =
        axis(Scenario::usersAndNobody, user -> user.equals(Keywords.NOBODY) ? user : ofUser(user));
    Axis<List<String>> paths = axis(Scenario::paths, path -> path.isEmpty() ? path : ofPath(path));
    Axis<Target> targets = axis(Scenario::targets, this::ofTarget);
    Axis<SortedMap<String, String>> contexts = contexts();
    requireFits((double) users.size() * paths.size() * targets.size() * contexts.size());
    List<Both> ofUser = each(users, this::ofUser);
    List<Both> ofPath = each(paths, this::ofPath);
    List<Both> ofContext = each(contexts, this::ofContext);
    List<Both> ofTarget = each(targets, this::ofTarget);
    for (int user = 0; user < users.size(); user++) {
      for (int path = 0; path < paths.size(); path++) {
        if (users.representative(user).equals(Keywords.NOBODY)
            && paths.representative(path).isEmpty()) {
          continue;
        }
        Both caller = ofUser.get(user).and(ofPath.get(path));
        for (int context = 0; context < contexts.size(); context++) {
          Both row = caller.and(ofContext.get(context));
          for (int target = 0; target < targets.size(); target++) {
            Both cell = row.and(ofTarget.get(target));
            long calls =
                users.weight(user)
                    * paths.weight(path)
                    * contexts.weight(context)
                    * targets.weight(target);
            Target asked = targets.representative(target);
            note(
                cell,
                calls,
                new Request(
                    users.representative(user),
                    paths.representative(path),
                    asked.resource(),
                    asked.action(),
                    contexts.representative(context)));
          }
        }
      }
    }
  }

  private void note(Both cell, long calls, Request example) {
    Ruling before = old.ruling(cell.old());
    Ruling after = now.ruling(cell.now());
    boolean bothThere = before.truth().isPresent() && after.truth().isPresent();
    if (before.truth().equals(after.truth())
        || (!bothThere && !before.permits() && !after.permits())) {
      return;
    }
    changes.merge(
        new Reason(
            before.truth(), after.truth(), before.by().map(Policy::id), after.by().map(Policy::id)),
        new TruthChange(before.truth(), after.truth(), before.by(), after.by(), calls, example),
        TruthDiff::together);
  }

  private static TruthChange together(TruthChange first, TruthChange more) {
    return new TruthChange(
        first.before(),
        first.after(),
        first.beforeBy(),
        first.afterBy(),
        first.calls() + more.calls(),
        first.example());
  }

  private static void requireFits(double cells) {
    if (cells > MOST_CELLS) {
      throw new ScenarioTooLargeException(
          String.format(
              "the policies tell %,.0f kinds of requests apart; at most %,.0f can be compared",
              cells, MOST_CELLS));
    }
  }

  private Both ofUser(String user) {
    return new Both(old.ofUser(user), now.ofUser(user));
  }

  private Both ofPath(List<String> path) {
    return new Both(old.ofPath(path), now.ofPath(path));
  }

  private Both ofTarget(Target target) {
    return new Both(old.ofTarget(target), now.ofTarget(target));
  }

  private Both ofContext(SortedMap<String, String> context) {
    return new Both(old.ofContext(context), now.ofContext(context));
  }

  private static <T> List<Both> each(Axis<T> axis, Function<T, Both> matching) {
    return IntStream.range(0, axis.size()).mapToObj(axis::representative).map(matching).toList();
  }

  private <T> Axis<T> axis(Function<Scenario, List<T>> members, Function<T, Object> likeness) {
    return Axis.of(union(members.apply(old.scenario()), members.apply(now.scenario())), likeness);
  }

  private Axis<SortedMap<String, String>> contexts() {
    Map<String, ContextAttribute> attributes = new LinkedHashMap<>();
    Stream.of(old, now)
        .flatMap(side -> side.scenario().context().stream())
        .forEach(one -> attributes.merge(one.name(), one, TruthDiff::union));
    requireFits(
        attributes.values().stream()
            .mapToDouble(one -> one.values().size())
            .reduce(1, (a, b) -> a * b));
    return Axis.of(
        new Contexts(List.copyOf(attributes.values())).stream().toList(), this::ofContext);
  }

  private static ContextAttribute union(ContextAttribute one, ContextAttribute other) {
    return new ContextAttribute(one.name(), union(one.values(), other.values()), one.knownTo());
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
