package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.ContextAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The context attributes of a file.
 *
 * @param complete whether all could be read
 */
record DeclaredContext(
    List<ContextAttribute> attributes, Map<String, Set<String>> values, boolean complete) {
  static DeclaredContext of(List<ContextAttribute> attributes, boolean complete) {
    Map<String, Set<String>> values =
        attributes.stream()
            .collect(
                Collectors.toMap(
                    ContextAttribute::name,
                    attribute -> Set.copyOf(attribute.values()),
                    (first, again) -> first));
    return new DeclaredContext(attributes, values, complete);
  }

  /** The values of an attribute in the order of the file. */
  List<String> valuesOf(String attribute) {
    return attributes.stream()
        .filter(candidate -> candidate.name().equals(attribute))
        .map(ContextAttribute::values)
        .flatMap(List::stream)
        .toList();
  }

  List<String> names() {
    return attributes.stream().map(ContextAttribute::name).toList();
  }
}
