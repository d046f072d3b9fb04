package dev.onbehalf.scenario;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contexts that there can be: every combination of values of the attributes. */
public record Contexts(List<ContextAttribute> attributes) {
  public Contexts {
    attributes = List.copyOf(attributes);
  }

  /** The names of the attributes that are known to just these. */
  public List<String> knownTo(KnownTo... known) {
    List<KnownTo> wanted = List.of(known);
    return attributes.stream()
        .filter(attribute -> wanted.contains(attribute.knownTo()))
        .map(ContextAttribute::name)
        .toList();
  }

  /** Every context once, the last attribute changing fastest. */
  public Stream<SortedMap<String, String>> stream() {
    Stream<SortedMap<String, String>> contexts = Stream.of(new TreeMap<>());
    for (ContextAttribute attribute : attributes) {
      contexts =
          contexts.flatMap(
              context ->
                  attribute.values().stream().map(value -> with(context, attribute.name(), value)));
    }
    return contexts;
  }

  private static SortedMap<String, String> with(
      SortedMap<String, String> context, String attribute, String value) {
    SortedMap<String, String> longer = new TreeMap<>(context);
    longer.put(attribute, value);
    return longer;
  }

  /** The context whose values are chosen attribute by attribute, in their order. */
  public SortedMap<String, String> choosing(Function<ContextAttribute, String> choice) {
    SortedMap<String, String> context = new TreeMap<>();
    attributes.forEach(attribute -> context.put(attribute.name(), choice.apply(attribute)));
    return context;
  }
}
