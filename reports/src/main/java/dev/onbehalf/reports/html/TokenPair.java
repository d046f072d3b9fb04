package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens that stand at the same place in the two presentations, decoded and member by member.
 */
public record TokenPair(List<Compared> header, List<Compared> claims) {
  private static final String ABSENT = "absent";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TokenFacts NO_TOKEN = new TokenFacts(Map.of(), Map.of());

  static List<TokenPair> of(Witness witness) {
    int tokens = Math.max(witness.permittedTokens().size(), witness.deniedTokens().size());
    return IntStream.range(0, tokens)
        .mapToObj(i -> of(token(witness.permittedTokens(), i), token(witness.deniedTokens(), i)))
        .toList();
  }

  private static TokenPair of(TokenFacts permitted, TokenFacts denied) {
    return new TokenPair(
        compared(permitted.header(), denied.header()),
        compared(permitted.claims(), denied.claims()));
  }

  private static TokenFacts token(List<TokenFacts> tokens, int index) {
    return index < tokens.size() ? tokens.get(index) : NO_TOKEN;
  }

  private static List<Compared> compared(
      Map<String, Object> permitted, Map<String, Object> denied) {
    Set<String> names = new LinkedHashSet<>(permitted.keySet());
    names.addAll(denied.keySet());
    return names.stream()
        .map(name -> new Compared(name, value(permitted, name), value(denied, name)))
        .toList();
  }

  private static String value(Map<String, Object> members, String name) {
    return members.containsKey(name) ? JSON.writeValueAsString(members.get(name)) : ABSENT;
  }

  /** One named value of the permitted and of the denied request. */
  public record Compared(String name, String permitted, String denied) {
    /** Whether the two can't be told apart by this value. */
    public boolean same() {
      return permitted.equals(denied);
    }
  }
}
