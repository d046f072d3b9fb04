package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.NameList;
import dev.onbehalf.scenario.NameSet;
import dev.onbehalf.scenario.reading.Declarations.Declared;
import dev.onbehalf.scenario.reading.GroupNesting.Group;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code groups}, which may hold each other. */
record GroupReader(
    Declarations declarations, NodeReader nodes, SourceText source, Problems problems) {
  private static final String MEMBER = "a user, an agent, a resource or a group";

  /** Bounds the memory that a small file with groups in groups can ask for. */
  private static final int MOST_NAMES = 5_000_000;

  private static final int MOST_LISTED = 8;

  /** The groups and the members that they list, in the order of the file. */
  Map<String, List<String>> read(Fields fields) {
    Optional<Entry> entry = fields.find("groups");
    Optional<Mapping> mapping = entry.flatMap(e -> nodes.map(e, "{team: [alice, bob]}"));
    if (entry.isPresent() && !mapping.map(Mapping::complete).orElse(false)) {
      declarations.incomplete();
    }
    return mapping.map(this::groups).orElse(Map.of());
  }

  private Map<String, List<String>> groups(Mapping mapping) {
    List<Entry> entries = mapping.entries().stream().filter(entry -> declare(entry.key())).toList();
    List<Group> groups = entries.stream().map(this::group).toList();
    GroupNesting nesting = new GroupNesting(groups);
    nesting.cycles().forEach(this::holdsItself);
    int names = 0;
    for (Group group : nesting.innermostFirst()) {
      names = define(group, names);
    }
    Map<String, List<String>> members = new LinkedHashMap<>();
    groups.forEach(group -> members.put(group.name().text(), names(group.members())));
    return members;
  }

  private static List<String> names(List<Word> members) {
    NameList.Builder names = new NameList.Builder();
    boolean ranged = false;
    for (Word member : members) {
      Optional<NameRange> range =
          NameRange.looksLike(member) ? NameRange.of(member) : Optional.empty();
      range.ifPresentOrElse(
          one -> names.add(one.prefix(), one.first(), one.last()), () -> names.add(member.text()));
      ranged |= range.isPresent();
    }
    return ranged ? names.build() : members.stream().map(Word::text).toList();
  }

  private boolean declare(Word name) {
    nodes.check(name);
    return declarations.declareGroup(name);
  }

  private Group group(Entry entry) {
    DistinctNames distinct = new DistinctNames(source, problems, "is a member already");
    List<Word> members = new ArrayList<>();
    for (YamlNode item : nodes.items(entry, "[alice, bob]")) {
      nodes
          .anyName(item, entry.key())
          .filter(this::isKnown)
          .filter(distinct::add)
          .ifPresent(members::add);
    }
    return new Group(entry.key(), members);
  }

  private boolean isKnown(Word member) {
    boolean known = declarations.find(member).isPresent();
    if (!known) {
      unknown(member);
    }
    return known;
  }

  private void unknown(Word name) {
    if (declarations.isComplete()) {
      problems.add(
          name.span(),
          () ->
              NameRange.wrong(name)
                  .orElseGet(
                      () ->
                          "there is no %s; expected %s%s"
                              .formatted(name.quoted(), MEMBER, declarations.anyHint(name))));
    }
  }

  private void holdsItself(List<Word> cycle) {
    Word last = cycle.get(cycle.size() - 1);
    String way =
        cycle.stream()
            .limit(MOST_LISTED)
            .map(member -> " holds " + member.quoted())
            .collect(Collectors.joining(", which"));
    String rest = cycle.size() > MOST_LISTED ? ", and so on, back to " + last.quoted() : "";
    problems.add(last.span(), "a group can't hold itself: " + last.quoted() + way + rest);
  }

  /** Writes the group out, and returns how many names all groups up to it have. */
  private int define(Group group, int names) {
    List<Set<String>> members = new ArrayList<>();
    Optional<Kind> kind = Optional.empty();
    int sum = names;
    for (Word member : group.members()) {
      Declared declared = declarations.find(member).orElseThrow();
      kind = kind.or(declared::kind);
      sum += declared.members().map(GroupReader::written).orElse(1);
      if (sum > MOST_NAMES) {
        tooMany(group, names);
        return sum;
      }
      sameKind(member, declared, kind, group.name());
      members.add(declared.members().orElseGet(() -> Set.of(member.text())));
    }
    kind.ifPresent(known -> declarations.defineGroup(group.name(), known, union(known, members)));
    return sum;
  }

  /** How many names are written out to hold the set. */
  private static int written(Set<String> members) {
    return members instanceof NameSet ? 1 : members.size();
  }

  private Set<String> union(Kind kind, List<Set<String>> members) {
    return declarations
        .findRanged(kind)
        .map(ranged -> ranged.union(members))
        .orElseGet(() -> members.stream().flatMap(Set::stream).collect(Collectors.toSet()));
  }

  private void tooMany(Group group, int names) {
    if (names <= MOST_NAMES) {
      problems.add(
          group.name().span(),
          "the groups have more than " + MOST_NAMES + " names, those that they hold written out");
    }
  }

  private void sameKind(Word name, Declared found, Optional<Kind> expected, Word group) {
    if (found.kind().isPresent() && !found.kind().equals(expected)) {
      problems.add(
          name.span(),
          name.quoted()
              + " is "
              + found.description()
              + "; the members of "
              + group.quoted()
              + " before it are "
              + expected.orElseThrow().many());
    }
  }
}
