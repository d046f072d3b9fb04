package dev.onbehalf.products.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The paths of which a sentence speaks.
 *
 * @param hops for each step the agents of which one takes it
 */
public record Way(Kind kind, List<List<String>> hops) {
  private static final Pattern HOP = Pattern.compile("\\(([^()]+)\\)");

  /** The forms of a path. */
  public enum Kind {
    EVERY,
    DIRECTLY,
    ANY_AGENT,
    ONE_OF,
    CHAIN,
    /** Every path but those of the hops. */
    EXCEPT
  }

  public Way {
    hops = hops.stream().map(List::copyOf).toList();
  }

  /** Any one of them, or all in this order. */
  List<String> agents() {
    return hops.stream().flatMap(List::stream).toList();
  }

  /** Every path but some, where these are all that there are with their agents step by step. */
  static Optional<Way> except(Collection<List<String>> spared, List<List<String>> all) {
    int length = spared.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> hops =
        IntStream.range(0, length)
            .mapToObj(
                step ->
                    spared.stream()
                        .filter(path -> path.size() > step)
                        .map(path -> path.get(step))
                        .distinct()
                        .toList())
            .toList();
    List<List<String>> alike = all.stream().filter(path -> isOf(path, hops)).toList();
    return length > 0 && Set.copyOf(alike).equals(Set.copyOf(spared))
        ? Optional.of(new Way(Kind.EXCEPT, hops))
        : Optional.empty();
  }

  private static boolean isOf(List<String> path, List<List<String>> hops) {
    return path.size() == hops.size()
        && IntStream.range(0, hops.size()).allMatch(step -> hops.get(step).contains(path.get(step)));
  }

  /** The agents of a path that has each of them in brackets, so that no name is part of another. */
  public static List<String> hops(String path) {
    return HOP.matcher(path).results().map(hop -> hop.group(1)).toList();
  }

  /** Whether who passes through the agents of the one path passes through those of the other. */
  static boolean isThrough(List<String> path, List<String> agents) {
    List<String> left = new ArrayList<>(agents);
    for (String agent : path) {
      if (!left.isEmpty() && left.get(0).equals(agent)) {
        left.remove(0);
      }
    }
    return left.isEmpty();
  }

  /** Directly, and through every agent. */
  public static Way every() {
    return new Way(Kind.EVERY, List.of());
  }

  /** In person. */
  public static Way directly() {
    return new Way(Kind.DIRECTLY, List.of());
  }

  /** Through any agent. */
  public static Way anyAgent() {
    return new Way(Kind.ANY_AGENT, List.of());
  }

  /** Through one of the agents. */
  public static Way via(Collection<String> agents) {
    return new Way(Kind.ONE_OF, List.of(List.copyOf(agents)));
  }

  /** The path of these agents in their order; directly if there is none. */
  public static Way of(List<String> path) {
    if (path.isEmpty()) {
      return directly();
    }
    return path.size() == 1
        ? via(path)
        : new Way(Kind.CHAIN, path.stream().map(List::of).toList());
  }
}
