package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.reading.Declarations.Declared;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code relations}: who belongs to each resource, or which agents to each user. */
record RelationReader(
    Declarations declarations, NodeReader nodes, SourceText source, Problems problems) {
  private static final String HOLDER = "a resource or a user";

  void read(Fields fields) {
    Optional<Entry> entry = fields.find("relations");
    Optional<Mapping> mapping = entry.flatMap(e -> nodes.map(e, "{owner: {document: alice}}"));
    if (entry.isPresent() && !mapping.map(Mapping::complete).orElse(false)) {
      declarations.incomplete();
    }
    mapping.map(Mapping::entries).orElse(List.of()).forEach(this::relation);
  }

  private void relation(Entry relation) {
    nodes.check(relation.key());
    if (declarations.declareRelation(relation.key())) {
      nodes.map(relation, "{document: alice}").ifPresent(pairs -> pairs(relation.key(), pairs));
    }
  }

  private void pairs(Word relation, Mapping mapping) {
    if (mapping.entries().isEmpty() && mapping.complete()) {
      problems.add(relation.span(), relation.quoted() + " is empty; expected one at least");
    }
    Map<String, Set<String>> pairs = new HashMap<>();
    Optional<Kind> kind = Optional.empty();
    for (Entry pair : mapping.entries()) {
      Optional<Kind> found = holder(pair.key());
      kind = kind.or(() -> found);
      if (found.isPresent() && isOfKind(pair.key(), found.get(), kind.orElseThrow(), relation)) {
        pairs.put(pair.key().text(), members(pair, memberKind(found.get())));
      }
    }
    kind.ifPresent(known -> declarations.defineRelation(relation, memberKind(known), pairs));
  }

  /** A resource has users, a user has agents. */
  private static Kind memberKind(Kind holder) {
    return holder == Kind.RESOURCE ? Kind.USER : Kind.AGENT;
  }

  private Optional<Kind> holder(Word name) {
    Optional<Declared> found = declarations.find(name);
    if (found.isEmpty() && declarations.isComplete()) {
      problems.add(
          name.span(),
          () ->
              "there is no " + name.quoted() + "; expected " + HOLDER + declarations.anyHint(name));
    }
    boolean holds = found.filter(RelationReader::canHold).isPresent();
    if (found.isPresent() && !holds) {
      declarations.wrongKind(name, found.get(), HOLDER);
    }
    return holds ? found.flatMap(Declared::kind) : Optional.empty();
  }

  private static boolean canHold(Declared declared) {
    return declared.isSingle() && !declared.kind().equals(Optional.of(Kind.AGENT));
  }

  private boolean isOfKind(Word name, Kind found, Kind expected, Word relation) {
    if (found != expected) {
      problems.add(
          name.span(),
          name.quoted()
              + " is "
              + found.one()
              + "; those before it in "
              + relation.quoted()
              + " are "
              + expected.many());
    }
    return found == expected;
  }

  private Set<String> members(Entry pair, Kind kind) {
    DistinctNames distinct = new DistinctNames(source, problems, "is listed already");
    return items(pair).stream()
        .flatMap(item -> nodes.anyName(item, pair.key()).stream())
        .filter(distinct::add)
        .flatMap(name -> declarations.requireOne(name, kind).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<YamlNode> items(Entry pair) {
    return pair.value() instanceof Sequence ? nodes.items(pair, "[alice]") : List.of(pair.value());
  }
}
