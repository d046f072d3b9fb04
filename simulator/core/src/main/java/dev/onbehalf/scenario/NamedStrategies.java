package dev.onbehalf.scenario;

import dev.onbehalf.text.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The strategies of these names, with the closed lists of words for what they take. */
public record NamedStrategies(List<String> names, List<String> pieces, List<String> customs)
    implements KnownStrategies {
  public NamedStrategies {
    names = List.copyOf(names);
    pieces = List.copyOf(pieces);
    customs = List.copyOf(customs);
  }

  @Override
  public boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public String unknown(String name, String... otherWords) {
    List<String> words = Stream.concat(names.stream(), Stream.of(otherWords)).toList();
    return "no strategy is called `%s`%s (there are: %s)"
        .formatted(name, Suggestions.hint(name, words), String.join(", ", names));
  }

  @Override
  public Optional<List<String>> machinery() {
    return Optional.of(pieces);
  }

  @Override
  public Optional<List<String>> habits() {
    return Optional.of(customs);
  }
}
