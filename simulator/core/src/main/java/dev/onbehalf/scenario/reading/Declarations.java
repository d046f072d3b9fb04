package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users, agents, resources and groups of a file. */
final class Declarations {
  private final Problems problems;
  private final DistinctNames distinct;
  private final Map<String, Declared> byName = new LinkedHashMap<>();
  private final Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
  private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);

  Declarations(SourceText source, Problems problems) {
    this.problems = problems;
    this.distinct = new DistinctNames(source, problems, "is declared already");
    for (Kind kind : Kind.values()) {
      byKind.put(kind, new ArrayList<>());
    }
  }

  /**
   * What a name stands for.
   *
   * @param kind empty for a group whose members can't be told
   */
  record Declared(Optional<Kind> kind, Optional<Set<String>> members) {
    boolean isGroup() {
      return members.isPresent();
    }

    boolean isOne(Kind one) {
      return !isGroup() && kind.equals(Optional.of(one));
    }

    String description() {
      String kinds = kind.map(known -> " of " + known.many()).orElse("");
      return isGroup() ? "a group" + kinds : kind.orElseThrow().one();
    }
  }

  void declare(Kind kind, Word name) {
    if (distinct.add(name)) {
      byName.put(name.text(), new Declared(Optional.of(kind), Optional.empty()));
      of(kind).add(name.text());
    }
  }

  /** Announces a group, so that it is known before any member is looked up. */
  boolean declareGroup(Word name) {
    boolean isNew = distinct.add(name);
    if (isNew) {
      byName.put(name.text(), new Declared(Optional.empty(), Optional.of(Set.of())));
    }
    return isNew;
  }

  void defineGroup(Word name, Kind kind, Set<String> members) {
    byName.put(name.text(), new Declared(Optional.of(kind), Optional.of(Set.copyOf(members))));
  }

  /** Notes that some names of the kind could not be read: unknown ones are no news then. */
  void incomplete(Kind kind) {
    incomplete.add(kind);
  }

  void incomplete() {
    Collections.addAll(incomplete, Kind.values());
  }

  boolean isComplete() {
    return incomplete.isEmpty();
  }

  boolean isComplete(Kind kind) {
    return !incomplete.contains(kind);
  }

  List<String> of(Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  Optional<Declared> find(Word name) {
    return Optional.ofNullable(byName.get(name.text()));
  }

  /** What a name of the kind, or of a group of it, stands for; reports any other name. */
  Optional<Declared> require(Word name, Kind kind) {
    Optional<Declared> found = find(name);
    if (found.isEmpty()) {
      unknown(name, kind, kind.oneOrGroup());
    } else if (!found.get().kind().map(kind::equals).orElse(true)) {
      wrongKind(name, found.get(), kind.oneOrGroup());
    }
    return found.filter(declared -> declared.kind().equals(Optional.of(kind)));
  }

  /** The name if it is one of the kind itself, not of a group; reports any other name. */
  Optional<String> requireOne(Word name, Kind kind) {
    Optional<Declared> found = find(name);
    boolean isOne = found.map(declared -> declared.isOne(kind)).orElse(false);
    if (found.isEmpty()) {
      unknown(name, kind, kind.one());
    } else if (!isOne) {
      wrongKind(name, found.get(), kind.one());
    }
    return isOne ? Optional.of(name.text()) : Optional.empty();
  }

  /** Reports a name that is not declared. */
  void unknown(Word name, Kind kind, String needed) {
    if (isComplete(kind)) {
      problems.add(
          name.span(),
          () -> "there is no " + name.quoted() + "; expected " + needed + hint(name, kind));
    }
  }

  /** Reports a name that stands for something else. */
  void wrongKind(Word name, Declared found, String needed) {
    problems.add(
        name.span(), () -> name.quoted() + " is " + found.description() + "; expected " + needed);
  }

  /** The nearest name of the kind, or else of any kind. */
  private String hint(Word name, Kind kind) {
    List<String> fitting =
        byName.entrySet().stream()
            .filter(entry -> entry.getValue().kind().equals(Optional.of(kind)))
            .map(Map.Entry::getKey)
            .toList();
    String hint = Suggestions.hint(name.text(), fitting);
    return hint.isEmpty() ? anyHint(name) : hint;
  }

  /** The nearest name of all. */
  String anyHint(Word name) {
    return Suggestions.hint(name.text(), byName.keySet());
  }
}
