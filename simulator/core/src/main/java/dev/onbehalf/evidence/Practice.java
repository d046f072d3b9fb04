package dev.onbehalf.evidence;

import java.util.List;

/**
 * What people do who use a mechanism.
 *
 * @param knownAs what others call it
 * @param steps what the agent asks for and presents, and what is checked, in words of the standard
 */
public record Practice(List<KnownAs> knownAs, List<String> steps) {
  public Practice {
    knownAs = List.copyOf(knownAs);
    steps = List.copyOf(steps);
  }

  /** A name, and the page that uses it. */
  public record KnownAs(String name, String page) {}
}
