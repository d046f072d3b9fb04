package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.reading.Declarations.Declared;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code groups}. */
record GroupReader(
    Declarations declarations, NodeReader nodes, SourceText source, Problems problems) {
  private static final String MEMBER = "a user, an agent or a resource";

  /** The groups and their members in the order of the file. */
  Map<String, List<String>> read(Fields fields) {
    Optional<Entry> entry = fields.find("groups");
    Optional<Mapping> mapping = entry.flatMap(e -> nodes.map(e, "{team: [alice, bob]}"));
    if (entry.isPresent() && !mapping.map(Mapping::complete).orElse(false)) {
      declarations.incomplete();
    }
    return mapping.map(this::groups).orElse(Map.of());
  }

  private Map<String, List<String>> groups(Mapping mapping) {
    List<Entry> groups = mapping.entries().stream().filter(entry -> declare(entry.key())).toList();
    Map<String, List<String>> members = new LinkedHashMap<>();
    groups.forEach(group -> members.put(group.key().text(), members(group)));
    return members;
  }

  private boolean declare(Word name) {
    nodes.check(name);
    return declarations.declareGroup(name);
  }

  private List<String> members(Entry group) {
    DistinctNames distinct = new DistinctNames(source, problems, "is a member already");
    List<String> members = new ArrayList<>();
    Optional<Kind> kind = Optional.empty();
    for (YamlNode item : nodes.items(group, "[alice, bob]")) {
      Optional<Word> member = nodes.anyName(item, group.key());
      Optional<Kind> found = member.flatMap(word -> member(word, group.key()));
      if (found.isPresent() && distinct.add(member.orElseThrow())) {
        members.add(member.orElseThrow().text());
        kind = Optional.of(kind.orElse(found.get()));
        sameKind(member.orElseThrow(), found.get(), kind.get(), group.key());
      }
    }
    kind.ifPresent(known -> declarations.defineGroup(group.key(), known, members));
    return members;
  }

  private Optional<Kind> member(Word name, Word group) {
    Optional<Declared> found = declarations.find(name);
    if (found.isEmpty()) {
      unknown(name);
    } else if (found.get().isGroup()) {
      problems.add(
          name.span(), name.quoted() + " is a group; expected " + MEMBER + " in " + group.quoted());
    }
    return found.filter(declared -> !declared.isGroup()).flatMap(Declared::kind);
  }

  private void unknown(Word name) {
    boolean complete = true;
    for (Kind kind : Kind.values()) {
      complete &= declarations.isComplete(kind);
    }
    if (complete) {
      problems.add(
          name.span(),
          () ->
              "there is no " + name.quoted() + "; expected " + MEMBER + declarations.anyHint(name));
    }
  }

  private void sameKind(Word name, Kind kind, Kind expected, Word group) {
    if (kind != expected) {
      problems.add(
          name.span(),
          name.quoted()
              + " is "
              + kind.one()
              + "; the members of "
              + group.quoted()
              + " before it are "
              + expected.many());
    }
  }
}
