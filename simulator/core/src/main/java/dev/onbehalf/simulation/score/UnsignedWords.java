package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a caller can write where its unsigned word is taken. */
public final class UnsignedWords {
  private UnsignedWords() {}

  /**
   * A word that stands for a class of them.
   *
   * @param hasNamesakes whether no policy tells it from some other word
   */
  record Word(String value, boolean hasNamesakes) {}

  /** The attributes that are written at will, those of the context one by one. */
  public static List<String> attributes(Proof proof, List<ContextAttribute> context) {
    return proof.believed().stream()
        .flatMap(attribute -> attributes(attribute, context))
        .distinct()
        .toList();
  }

  private static Stream<String> attributes(String believed, List<ContextAttribute> context) {
    return switch (believed) {
      case Attributes.CONTEXT -> context.stream().map(one -> Attributes.context(one.name()));
      // An agent's name is the same wherever it is written.
      case Attributes.FIRST_AGENT -> Stream.of(Attributes.AGENT);
      default -> Stream.of(believed);
    };
  }

  /**
   * Every word that the callers of the scenario can write.
   *
   * @param most how many values of each attribute are tried
   */
  public static List<String> all(Proof proof, Scenario scenario, int most) {
    return attributes(proof, scenario.context()).stream()
        .flatMap(attribute -> values(attribute, scenario).limit(most))
        .distinct()
        .toList();
  }

  private static Stream<String> values(String attribute, Scenario scenario) {
    return switch (attribute) {
      case Attributes.USER -> scenario.usersAndNobody().stream();
      case Attributes.AGENT -> scenario.agents().stream();
      case Attributes.PRIOR_AGENTS ->
          scenario.paths().stream().map(Attributes::priorAgents).distinct();
      default ->
          scenario.context().stream()
              .filter(one -> Attributes.context(one.name()).equals(attribute))
              .flatMap(one -> one.values().stream());
    };
  }

  /** A word of every class of the attribute's values. */
  static List<Word> classes(String attribute, RequestClasses requests) {
    return switch (attribute) {
      case Attributes.USER -> classes(requests.users());
      case Attributes.AGENT -> agents(requests.paths());
      case Attributes.PRIOR_AGENTS -> priorAgents(requests.paths());
      default -> classes(requests.contexts().values(attribute));
    };
  }

  private static List<Word> classes(Axis<String> axis) {
    return IntStream.range(0, axis.size())
        .mapToObj(i -> new Word(axis.representative(i), axis.weight(i) > 1))
        .toList();
  }

  private static List<Word> agents(Axis<List<String>> paths) {
    return IntStream.range(0, paths.size())
        .filter(i -> paths.representative(i).size() == 1)
        .mapToObj(i -> new Word(paths.representative(i).get(0), paths.weight(i) > 1))
        .toList();
  }

  private static List<Word> priorAgents(Axis<List<String>> paths) {
    return IntStream.range(0, paths.size())
        .mapToObj(i -> new Word(Attributes.priorAgents(paths.representative(i)), false))
        .distinct()
        .toList();
  }
}
