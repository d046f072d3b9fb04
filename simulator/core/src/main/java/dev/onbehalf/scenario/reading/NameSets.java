package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.reading.Declarations.Declared;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sets that lists of names stand for; equal lists share one set. */
final class NameSets {
  /** Bounds the memory that a small file with large groups can ask for. */
  private static final int MOST_MEMBERS = 5_000_000;

  private final Declarations declarations;
  private final Problems problems;
  private final Map<Selection, Set<String>> sets = new HashMap<>();
  private long members;

  NameSets(Declarations declarations, Problems problems) {
    this.declarations = declarations;
    this.problems = problems;
  }

  /** The names of a list and those they leave out; no names mean all of the kind. */
  private record Selection(Kind kind, List<String> names, Optional<List<String>> except) {}

  /** What a list of names, groups and relations stands for; an empty list for all. */
  Members members(Kind kind, List<Word> names) {
    List<Map<String, Set<String>>> related = new ArrayList<>();
    List<Word> others = new ArrayList<>();
    for (Word name : names) {
      relation(kind, name).ifPresentOrElse(related::add, () -> others.add(name));
    }
    boolean onlyRelated = others.isEmpty() && !names.isEmpty();
    return new Members(onlyRelated ? Set.of() : of(kind, others), related, Optional.empty());
  }

  private Optional<Map<String, Set<String>>> relation(Kind kind, Word name) {
    return declarations
        .find(name)
        .filter(found -> found.kind().equals(Optional.of(kind)))
        .flatMap(Declared::pairs);
  }

  /**
   * What the first list stands for without the second.
   *
   * @param first where a message points to
   */
  Members membersExcept(Kind kind, List<Word> names, List<Word> except, Word first) {
    if (Stream.concat(names.stream(), except.stream())
        .noneMatch(name -> relation(kind, name).isPresent())) {
      return Members.always(except(kind, names, except, first));
    }
    Members all = members(kind, names);
    return new Members(all.always(), all.related(), Optional.of(members(kind, except)));
  }

  /** The members of a list of names and groups, an empty list for all; empty after a problem. */
  Set<String> of(Kind kind, List<Word> names) {
    Selection selection = new Selection(kind, texts(names), Optional.empty());
    Set<String> known = sets.get(selection);
    return known != null ? known : remember(selection, union(kind, names));
  }

  private Set<String> except(Kind kind, List<Word> names, List<Word> except, Word first) {
    Selection selection = new Selection(kind, texts(names), Optional.of(texts(except)));
    Set<String> known = sets.get(selection);
    return known != null
        ? known
        : remember(selection, difference(kind, of(kind, names), of(kind, except), first));
  }

  private Optional<Set<String>> difference(
      Kind kind, Set<String> all, Set<String> except, Word first) {
    Optional<RangedKind> ranged = declarations.findRanged(kind);
    return ranged.isEmpty() || all.isEmpty() || except.isEmpty()
        ? difference(all, except, first)
        : ranged.map(one -> one.difference(all, except));
  }

  private static List<String> texts(List<Word> names) {
    return names.stream().map(Word::text).toList();
  }

  private Set<String> remember(Selection selection, Optional<Set<String>> found) {
    found.ifPresent(set -> sets.put(selection, set));
    return found.orElse(Set.of());
  }

  private Optional<Set<String>> union(Kind kind, List<Word> names) {
    if (names.isEmpty()) {
      return Optional.of(
          declarations
              .findRanged(kind)
              .map(RangedKind::all)
              .orElseGet(() -> Set.copyOf(declarations.of(kind))));
    }
    List<Set<String>> parts = parts(kind, names);
    if (parts.size() < names.size()) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return Optional.of(parts.get(0));
    }
    Optional<RangedKind> ranged = declarations.findRanged(kind);
    return ranged.isPresent() ? ranged.map(one -> one.union(parts)) : union(parts, names);
  }

  private List<Set<String>> parts(Kind kind, List<Word> names) {
    List<Set<String>> parts = new ArrayList<>();
    for (Word name : names) {
      member(kind, name).ifPresent(parts::add);
    }
    return parts;
  }

  private Optional<Set<String>> member(Kind kind, Word name) {
    return name.is(Keywords.NOBODY)
        ? Optional.of(one(kind, Keywords.NOBODY))
        : declarations
            .require(name, kind)
            .map(found -> found.members().orElseGet(() -> one(kind, name.text())));
  }

  private Set<String> one(Kind kind, String name) {
    return declarations.findRanged(kind).map(one -> one.one(name)).orElseGet(() -> Set.of(name));
  }

  private Optional<Set<String>> union(List<Set<String>> parts, List<Word> names) {
    if (!afford(parts.stream().mapToLong(Set::size).sum(), names.get(0))) {
      return Optional.empty();
    }
    Set<String> union = new HashSet<>();
    parts.forEach(union::addAll);
    return Optional.of(Set.copyOf(union));
  }

  private Optional<Set<String>> difference(Set<String> all, Set<String> except, Word first) {
    if (all.isEmpty() || except.isEmpty() || !afford((long) all.size() + except.size(), first)) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .filter(name -> !except.contains(name))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether so many more names may be combined; reports the first that may not. */
  boolean afford(long cost, Word first) {
    boolean reported = members > MOST_MEMBERS;
    members += cost;
    if (members > MOST_MEMBERS && !reported) {
      problems.add(first.span(), tooMany());
    }
    return members <= MOST_MEMBERS;
  }

  private static String tooMany() {
    return "the policies up to here combine more than "
        + MOST_MEMBERS
        + " names, groups written out; declare groups for the combinations";
  }
}
