package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.score.UnsignedWords;
import dev.onbehalf.strategy.Part;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What any caller can write, because nobody signs it.
 *
 * @param headers the words that can be written into the headers that callers write, by header
 * @param agents the names that a caveat on a macaroon can hold
 * @param complete whether there is nothing else to write
 */
public record Writing(
    SortedMap<String, List<String>> headers, List<String> agents, boolean complete) {
  /** How many values of each attribute are tried where not all are. */
  public static final int SOME_WORDS = 4;

  /** Of a caller who writes nothing. */
  static final Writing NOTHING = new Writing(new TreeMap<>(), List.of(), true);

  public Writing {
    headers = Collections.unmodifiableSortedMap(headers);
    agents = List.copyOf(agents);
  }

  /**
   * What callers of the scenario can write into the headers.
   *
   * @param most how many values of each attribute are tried
   */
  static Writing of(Proof proof, Scenario scenario, List<String> headers, int most) {
    List<String> words = UnsignedWords.all(proof, scenario, most);
    SortedMap<String, List<String>> written = new TreeMap<>();
    headers.forEach(header -> written.put(header, words));
    return new Writing(
        written, caveats(scenario.agents().stream().limit(most)), most == Integer.MAX_VALUE);
  }

  /** The names that a caveat can hold: whoever calls may also say that nobody else does. */
  static List<String> caveats(Stream<String> agents) {
    return Stream.concat(agents, Stream.of(Attributes.DIRECTLY)).toList();
  }

  /** Whatever a caller who holds the parts can write. */
  Stream<Part> forged(List<Part> held) {
    return Stream.concat(anyHeaders(), held.stream().flatMap(this::withCaveats));
  }

  private Stream<Part> anyHeaders() {
    return headers.entrySet().stream()
        .flatMap(
            header ->
                header.getValue().stream().map(word -> new Part.Header(header.getKey(), word)));
  }

  private Stream<Part> withCaveats(Part part) {
    return part instanceof Part.Macaroon macaroon
        ? agents.stream().map(agent -> new Part.Macaroon(macaroon.token().handedTo(agent)))
        : Stream.empty();
  }

  /** Whether a caller who holds the parts could have written something else. */
  boolean isCutShortFor(List<Part> held) {
    return !complete && forged(held).findAny().isPresent();
  }
}
