package dev.onbehalf.simulation.attack;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.attack.AttackShapes.Arrival;
import dev.onbehalf.simulation.attack.AttackShapes.Copied;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Counts what copies open of that which arrives at points in permitted calls. */
final class Theft {
  private final Calls calls;
  private final Set<Point> blind;
  private final Resources resources;

  /**
   * What there is to steal.
   *
   * @param blind points that learn nothing of calls through agents, before or after expiry
   */
  Theft(Calls calls, Set<Point> blind) {
    this.calls = calls;
    this.blind = Set.copyOf(blind);
    resources = new Resources(calls.requests());
  }

  List<Copy> copies() {
    Map<Point, Loot> loot = new EnumMap<>(Point.class);
    calls
        .throughAgents()
        .forEach(
            row -> {
              for (Arrival arrival : calls.caller(row).arrivals()) {
                loot.computeIfAbsent(arrival.point(), any -> new Loot()).add(row, arrival);
              }
            });
    return loot.entrySet().stream().map(one -> one.getValue().copy(one.getKey())).toList();
  }

  /** What copies taken at one point open. */
  private final class Loot {
    private long made;
    private long accepted;
    private long most;
    private int mostResources;
    private boolean keyed;
    private boolean once;
    private boolean beyondAction;
    private boolean beyondResource;
    private boolean anyUser;
    private Optional<Long> seconds = Optional.empty();
    private boolean forever;

    Copy copy(Point point) {
      return new Copy(
          point,
          made,
          accepted,
          Math.toIntExact(most),
          mostResources,
          keyed,
          once,
          beyondAction,
          beyondResource,
          anyUser,
          forever || blind.contains(point) ? Optional.empty() : seconds);
    }

    void add(int row, Arrival arrival) {
      keyed |= arrival.keyed();
      once |= arrival.once();
      Opened all = new Opened();
      for (Copied copied : arrival.copies()) {
        Opened opened = new Opened();
        opened.add(row, copied);
        all.add(row, copied);
        note(row, copied, opened);
      }
      for (int resource = 0; resource < resources.count(); resource++) {
        add(row, resource, all);
      }
    }

    private void note(int row, Copied copied, Opened opened) {
      for (int resource = 0; resource < resources.count(); resource++) {
        if (opened.byCallsTo(row, resource) > 0) {
          anyUser |= !copied.shape().namesUser();
          forever |= copied.seconds().isEmpty();
          seconds = longer(seconds, copied.seconds());
        }
      }
    }

    private void add(int row, int resource, Opened opened) {
      long here = calls.requests().weight(row) * opened.calls(row, resource);
      if (here == 0) {
        return;
      }
      made += here;
      accepted += calls.requests().weight(row) * opened.byCallsTo(row, resource);
      most = Math.max(most, opened.most(row, resource));
      long elsewhere = opened.elsewhere(resource);
      int others = opened.othersThan(resource);
      beyondResource |= elsewhere > 0;
      beyondAction |= elsewhere > 0 || opened.atOtherActions(row, resource) > 0;
      int own =
          opened.atOwnAction(row, resource) + opened.atOtherActions(row, resource) > 0 ? 1 : 0;
      mostResources = Math.max(mostResources, own + others);
    }
  }

  private static Optional<Long> longer(Optional<Long> one, Optional<Long> other) {
    return other.filter(seconds -> seconds > one.orElse(-1L)).or(() -> one);
  }

  /** The targets that let copies of calls of a row in, by where they are to the call's own. */
  private final class Opened {
    private final Map<Where, long[]> targets = new EnumMap<>(Where.class);

    Opened() {
      for (Where where : Where.values()) {
        targets.put(where, new long[calls.words()]);
      }
    }

    void add(int row, Copied copied) {
      calls
          .evidence()
          .routes(copied.shape(), row)
          .forEach(
              route -> {
                for (int word = 0; word < calls.words(); word++) {
                  bits(copied.where())[word] |=
                      calls.admission().passable(route, word)
                          & calls.requests().existing(row, word);
                }
              });
    }

    private long[] bits(Where where) {
      return targets.getOrDefault(where, new long[0]);
    }

    /** How many calls there are to the resource. */
    long calls(int row, int resource) {
      return weigh(resource, word -> calls.made(row, word));
    }

    /** How many targets let in a copy, all calls to the resource together. */
    long byCallsTo(int row, int resource) {
      return atOwnAction(row, resource)
          + atOtherActions(row, resource)
          + calls(row, resource) * elsewhere(resource);
    }

    int atOwnAction(int row, int resource) {
      return (int) weigh(resource, word -> calls.made(row, word) & bits(Where.OWN_ACTION)[word]);
    }

    int atOtherActions(int row, int resource) {
      long itself = weigh(resource, word -> calls.made(row, word) & bits(Where.OTHER_ACTION)[word]);
      return (int) (calls(row, resource) * sameResource(resource) - itself);
    }

    private long sameResource(int resource) {
      return weigh(resource, word -> bits(Where.OTHER_ACTION)[word]);
    }

    /** How many targets of other resources let in a copy. */
    long elsewhere(int resource) {
      return opensOthers() ? resources.weighAll(this::elsewhereIn) - others(resource) : 0;
    }

    /** Most copies are good at one resource. */
    private boolean opensOthers() {
      return Arrays.stream(bits(Where.OTHER_RESOURCE)).anyMatch(word -> word != 0);
    }

    private long elsewhereIn(int word) {
      return bits(Where.OTHER_RESOURCE)[word];
    }

    private long others(int resource) {
      return weigh(resource, this::elsewhereIn);
    }

    int othersThan(int resource) {
      return opensOthers()
          ? (int)
              IntStream.range(0, resources.count())
                  .filter(other -> other != resource && others(other) > 0)
                  .count()
          : 0;
    }

    /** How many targets let in a copy of one call to the resource, at most. */
    long most(int row, int resource) {
      long[] own = bits(Where.OWN_ACTION);
      long[] other = bits(Where.OTHER_ACTION);
      boolean gains = weigh(resource, w -> calls.made(row, w) & own[w] & ~other[w]) > 0;
      boolean keeps = weigh(resource, w -> calls.made(row, w) & ~(own[w] ^ other[w])) > 0;
      int best = gains ? 1 : keeps ? 0 : -1;
      return sameResource(resource) + elsewhere(resource) + best;
    }

    private long weigh(int resource, IntToLongFunction targets) {
      return resources.weigh(resource, targets);
    }
  }
}
