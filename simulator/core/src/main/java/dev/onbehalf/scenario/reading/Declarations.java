package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.NameSet;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users, agents, resources, groups and relations of a file. */
final class Declarations {
  /** So many ranges are named to who writes a name that none of them has. */
  private static final int MOST_RANGES = 3;

  private final Problems problems;
  private final DistinctNames distinct;
  private final Map<String, Declared> byName = new LinkedHashMap<>();
  private final Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);

  /** The names of the kinds of which some are declared as ranges. */
  private final Map<Kind, RangedKind> ranged = new EnumMap<>(Kind.class);

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
   * @param kind of the name itself, or of the members of a group or relation; empty if they can't
   *     be told
   * @param members those of a group
   * @param pairs from each holder of a relation to its members
   */
  record Declared(
      Optional<Kind> kind,
      Optional<Set<String>> members,
      Optional<Map<String, Set<String>>> pairs) {
    static Declared group(Optional<Kind> kind, Set<String> members) {
      return new Declared(kind, Optional.of(members), Optional.empty());
    }

    static Declared relation(Optional<Kind> kind, Map<String, Set<String>> pairs) {
      return new Declared(kind, Optional.empty(), Optional.of(pairs));
    }

    /** Whether it is neither a group nor a relation. */
    boolean isSingle() {
      return members.isEmpty() && pairs.isEmpty();
    }

    /** Whether it is a single one of the kind. */
    boolean is(Kind other) {
      return isSingle() && kind.equals(Optional.of(other));
    }

    String description() {
      if (isSingle()) {
        return kind.orElseThrow().one();
      }
      return pairs.isPresent()
          ? "a relation" + kind.map(known -> " to " + known.many()).orElse("")
          : "a group" + kind.map(known -> " of " + known.many()).orElse("");
    }
  }

  void declare(Kind kind, Word name) {
    if (distinct.add(name)) {
      byName.put(name.text(), new Declared(Optional.of(kind), Optional.empty(), Optional.empty()));
      if (ranged.containsKey(kind)) {
        ranged(kind).add(name.text());
      } else {
        byKind.getOrDefault(kind, new ArrayList<>()).add(name.text());
      }
    }
  }

  /** Declares the names of a range. */
  void declare(Kind kind, NameRange range) {
    if (ranged(kind).size() + (long) range.size() > RangedKind.MOST_NAMES) {
      problems.add(
          range.word().span(),
          "there are more than " + RangedKind.MOST_NAMES + " " + kind.many() + " up to here");
    } else if (distinct.add(range)) {
      ranged(kind).add(range);
    }
  }

  private RangedKind ranged(Kind kind) {
    return ranged.computeIfAbsent(kind, any -> new RangedKind(kind, of(kind)));
  }

  /** The names of the kind if some are declared as ranges: sets of them have no names in them. */
  Optional<RangedKind> findRanged(Kind kind) {
    return Optional.ofNullable(ranged.get(kind));
  }

  /** Announces a group, so that it is known before any member is looked up. */
  boolean declareGroup(Word name) {
    return declare(name, Declared.group(Optional.empty(), Set.of()));
  }

  void defineGroup(Word name, Kind kind, Set<String> members) {
    byName.put(name.text(), Declared.group(Optional.of(kind), NameSet.copyOf(members)));
  }

  /** Announces a relation, so that its name is taken. */
  boolean declareRelation(Word name) {
    return declare(name, Declared.relation(Optional.empty(), Map.of()));
  }

  void defineRelation(Word name, Kind kind, Map<String, Set<String>> pairs) {
    byName.put(name.text(), Declared.relation(Optional.of(kind), Map.copyOf(pairs)));
  }

  private boolean declare(Word name, Declared declared) {
    boolean isNew = distinct.add(name);
    if (isNew) {
      byName.put(name.text(), declared);
    }
    return isNew;
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
    return findRanged(kind)
        .<List<String>>map(RangedKind::names)
        .orElse(byKind.getOrDefault(kind, List.of()));
  }

  Optional<Declared> find(Word name) {
    return Optional.ofNullable(byName.get(name.text())).or(() -> findInRanges(name));
  }

  /** A name of a range, or a range of names, which stands for them as a group does. */
  private Optional<Declared> findInRanges(Word name) {
    Optional<NameRange> range = NameRange.looksLike(name) ? NameRange.of(name) : Optional.empty();
    for (RangedKind kind : ranged.values()) {
      Optional<Declared> found =
          range.isPresent()
              ? range.flatMap(kind::members).map(set -> Declared.group(kind.itself(), set))
              : kind.has(name.text())
                  ? Optional.of(new Declared(kind.itself(), Optional.empty(), Optional.empty()))
                  : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What a name of the kind, or of a group or relation of it, stands for; reports any other. */
  Optional<Declared> require(Word name, Kind kind) {
    Optional<Declared> found = find(name);
    if (found.isEmpty()) {
      unknown(name, kind, kind.oneOrGroup());
    } else if (!found.get().kind().map(kind::equals).orElse(true)) {
      wrongKind(name, found.get(), kind.oneOrGroup() + inPath(name, found.get(), kind));
    }
    return found.filter(declared -> declared.kind().equals(Optional.of(kind)));
  }

  /** The name if it is one of the kind itself, not of a group; reports any other name. */
  Optional<String> requireOne(Word name, Kind kind) {
    Optional<Declared> found = find(name);
    boolean isOne = found.map(declared -> declared.is(kind)).orElse(false);
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

  private static String inPath(Word name, Declared found, Kind needed) {
    return needed == Kind.USER && found.kind().equals(Optional.of(Kind.AGENT))
        ? "; agents are named in the path: `anyone MAY … via " + name.text() + "`"
        : "";
  }

  /** What else to write: in other words, the nearest name, or what has to be declared. */
  private String hint(Word name, Kind kind) {
    return Rewordings.of(kind.place(), name.text())
        .or(() -> rangeHint(name))
        .or(() -> nearest(name, kind).map(Suggestions::hint))
        .or(() -> relationHint(name, kind))
        .orElse("");
  }

  /** The nearest name of the kind, or else of any kind. */
  private Optional<String> nearest(Word name, Kind kind) {
    List<String> fitting =
        byName.entrySet().stream()
            .filter(entry -> entry.getValue().kind().equals(Optional.of(kind)))
            .map(Map.Entry::getKey)
            .toList();
    return Suggestions.nearest(name.text(), fitting)
        .or(() -> Suggestions.nearest(name.text(), byName.keySet()));
  }

  private Optional<String> relationHint(Word name, Kind kind) {
    return kind.relationWords().contains(name.text().toLowerCase(Locale.ROOT))
        ? Optional.of(
            "; declare it: `relations: {"
                + name.text()
                + ": {"
                + any(kind == Kind.USER ? Kind.RESOURCE : Kind.USER)
                + ": "
                + any(kind)
                + "}}`")
        : Optional.empty();
  }

  private String any(Kind kind) {
    return of(kind).stream().findFirst().orElse("…");
  }

  /** The nearest name of all. */
  String anyHint(Word name) {
    return rangeHint(name).orElseGet(() -> Suggestions.hint(name.text(), byName.keySet()));
  }

  /** The ranges that the name was perhaps taken to be in. */
  private Optional<String> rangeHint(Word name) {
    List<String> ranges =
        ranged.values().stream().flatMap(kind -> kind.like(name)).limit(MOST_RANGES).toList();
    return switch (ranges.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("; " + ranges.get(0) + " is declared");
      default -> Optional.of("; " + String.join(", ", ranges) + " are declared");
    };
  }
}
