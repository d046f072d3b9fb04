package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code context}. */
record ContextReader(NodeReader nodes, SourceText source, Problems problems) {
  DeclaredContext read(Fields fields, boolean complete) {
    Optional<Entry> entry = fields.find("context");
    Optional<Mapping> context = entry.flatMap(e -> nodes.map(e, "{mode: [interactive, batch]}"));
    List<ContextAttribute> attributes = context.map(this::attributes).orElse(List.of());
    boolean whole = context.map(Mapping::complete).orElse(entry.isEmpty());
    return DeclaredContext.of(attributes, complete && whole);
  }

  private List<ContextAttribute> attributes(Mapping context) {
    DistinctNames distinct = new DistinctNames(source, problems, "is an attribute already");
    return context.entries().stream().map(entry -> attribute(entry, distinct)).toList();
  }

  private ContextAttribute attribute(Entry entry, DistinctNames distinct) {
    nodes.check(entry.key());
    distinct.add(entry.key());
    DistinctNames distinctValues = new DistinctNames(source, problems, "is a value already");
    List<String> values = new ArrayList<>();
    for (YamlNode item : nodes.items(entry, "[interactive, batch]")) {
      nodes
          .name(item, entry.key())
          .filter(distinctValues::add)
          .ifPresent(value -> values.add(value.text()));
    }
    return new ContextAttribute(entry.key().text(), values);
  }
}
