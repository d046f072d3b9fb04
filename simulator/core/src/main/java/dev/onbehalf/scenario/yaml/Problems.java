package dev.onbehalf.scenario.yaml;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Collects what is wrong with a file and keeps the problems that stand first in it. */
public final class Problems {
  private static final int MOST = 100;

  private final SourceText source;
  private final PriorityQueue<Found> first =
      new PriorityQueue<>(Comparator.<Found>naturalOrder().reversed());
  private int count;

  public Problems(SourceText source) {
    this.source = source;
  }

  /** A problem whose message is put into words only if it is reported. */
  private record Found(Span span, int order, Supplier<String> message)
      implements Comparable<Found> {
    private static final Comparator<Found> FILE_ORDER =
        Comparator.<Found>comparingInt(found -> found.span.start()).thenComparingInt(Found::order);

    @Override
    public int compareTo(Found other) {
      return FILE_ORDER.compare(this, other);
    }
  }

  public void add(Span span, String message) {
    add(span, () -> message);
  }

  /** Adds a problem whose message takes time to find. */
  public void add(Span span, Supplier<String> message) {
    Found found = new Found(span, count++, message);
    if (first.size() < MOST) {
      first.add(found);
    } else if (found.compareTo(first.element()) < 0) {
      first.remove();
      first.add(found);
    }
  }

  int count() {
    return count;
  }

  public void throwIfAny(String file) throws InvalidScenarioException {
    if (count > 0) {
      throw new InvalidScenarioException(file, inFileOrder());
    }
  }

  private List<Problem> inFileOrder() {
    List<Problem> problems = new ArrayList<>();
    first.stream().sorted().map(this::problem).forEach(problems::add);
    if (count > MOST) {
      Position last = problems.get(problems.size() - 1).position();
      problems.add(new Problem(last, (count - MOST) + " more problems are not shown", ""));
    }
    return problems;
  }

  private Problem problem(Found found) {
    Span span = source.beforeLineBreak(found.span);
    return new Problem(
        source.position(span.start()), found.message.get(), Excerpt.of(source, span));
  }
}
