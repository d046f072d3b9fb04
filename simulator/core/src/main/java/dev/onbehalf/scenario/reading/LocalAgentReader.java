package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** Reads {@code runs-at}. */
record LocalAgentReader(Declarations declarations, NodeReader nodes) {
  private static final String KEY = "runs-at";

  /** The agents that run on their user's own machine. */
  List<String> read(Fields fields) {
    return fields
        .find(KEY)
        .flatMap(entry -> nodes.map(entry, "{assistant: user}"))
        .map(this::agents)
        .orElse(List.of());
  }

  private List<String> agents(Mapping places) {
    return places.entries().stream().flatMap(place -> agent(place).stream()).toList();
  }

  private Optional<String> agent(Entry place) {
    nodes.choice(place, KEY, List.of("user"));
    return declarations.requireOne(place.key(), Kind.AGENT);
  }
}
