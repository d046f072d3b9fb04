package dev.onbehalf.scenario;

import java.util.List;

/**
 * What is there already, and what won't be had.
 *
 * @param have the words of the machinery that is there, and costs nothing more
 * @param cannot the words of the machinery and habits that are ruled out
 */
public record Circumstances(List<String> have, List<String> cannot) {
  /** Nothing is there, and nothing is ruled out. */
  public static final Circumstances NONE = new Circumstances(List.of(), List.of());

  public Circumstances {
    have = List.copyOf(have);
    cannot = List.copyOf(cannot);
  }
}
