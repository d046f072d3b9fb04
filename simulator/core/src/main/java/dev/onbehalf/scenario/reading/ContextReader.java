package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.KnownTo;
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
  private static final List<String> KEYS = List.of("values", "known-to");
  private static final String LIST = "[small, large]";
  private static final String LIST_OR_MAP =
      "[interactive, batch]` or `{values: " + LIST + ", known-to: resource}";

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
    String name = entry.key().text();
    return entry.value() instanceof Mapping mapping
        ? attribute(name, new Fields(mapping, KEYS, problems))
        : new ContextAttribute(name, values(entry, LIST_OR_MAP), KnownTo.CALLER);
  }

  private ContextAttribute attribute(String name, Fields fields) {
    List<String> values =
        fields.require("values").map(entry -> values(entry, LIST)).orElse(List.of());
    return new ContextAttribute(
        name, values, fields.find("known-to").flatMap(this::knownTo).orElse(KnownTo.CALLER));
  }

  private Optional<KnownTo> knownTo(Entry entry) {
    List<KnownTo> known = List.of(KnownTo.values());
    return nodes
        .choice(entry, "known-to", known.stream().map(KnownTo::word).toList())
        .flatMap(word -> known.stream().filter(one -> one.word().equals(word)).findFirst());
  }

  private List<String> values(Entry entry, String example) {
    DistinctNames distinct = new DistinctNames(source, problems, "is a value already");
    List<String> values = new ArrayList<>();
    for (YamlNode item : nodes.items(entry, example)) {
      nodes
          .name(item, entry.key())
          .filter(distinct::add)
          .ifPresent(value -> values.add(value.text()));
    }
    return values;
  }
}
