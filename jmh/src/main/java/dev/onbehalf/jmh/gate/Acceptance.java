package dev.onbehalf.jmh.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes that somebody has explained: each word is a strategy, something counted, or both as
 * {@code strategy:count}.
 */
public final class Acceptance {
  /** What a strategy that is missing on one side is called. */
  public static final String PRESENCE = "presence";

  /** What allocated bytes are called. */
  public static final String ALLOCATION = "allocation";

  private final List<String> words;
  private final Set<String> used = new TreeSet<>();

  /** Accepts what the words say. */
  public Acceptance(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** Whether the change is accepted. */
  boolean covers(String strategy, String what) {
    List<String> covering =
        words.stream().filter(List.of(strategy, what, strategy + ":" + what)::contains).toList();
    used.addAll(covering);
    return !covering.isEmpty();
  }

  /** The words that covered nothing so far. */
  public List<String> unused() {
    List<String> unused = new ArrayList<>(words);
    unused.removeAll(used);
    return unused;
  }
}
