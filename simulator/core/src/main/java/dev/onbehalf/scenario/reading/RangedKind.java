package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.IndexSet;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.NameList;
import dev.onbehalf.scenario.NameSet;
import dev.onbehalf.scenario.yaml.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of one kind, some of them in ranges, and sets of these that don't write them out. */
final class RangedKind {
  /** So many that no product of users, agents and contexts is in danger to pass 2^63. */
  static final int MOST_NAMES = 1_000_000_000;

  private final Kind kind;
  private final NameList.Builder builder = new NameList.Builder();
  private final List<NameRange> ranges = new ArrayList<>();
  private Optional<NameList> names = Optional.empty();
  private Optional<NameList> withNobody = Optional.empty();

  RangedKind(Kind kind, List<String> before) {
    this.kind = kind;
    before.forEach(builder::add);
  }

  Optional<Kind> itself() {
    return Optional.of(kind);
  }

  int size() {
    return builder.size();
  }

  void add(String name) {
    builder.add(name);
    forget();
  }

  void add(NameRange range) {
    builder.add(range.prefix(), range.first(), range.last());
    ranges.add(range);
    forget();
  }

  private void forget() {
    names = Optional.empty();
    withNobody = Optional.empty();
  }

  NameList names() {
    NameList known = names.orElseGet(builder::build);
    names = Optional.of(known);
    return known;
  }

  /** The names, and behind those of users nobody, of whom sentences speak like of a user. */
  private NameList numbered() {
    NameList known = withNobody.orElseGet(this::newNumbered);
    withNobody = Optional.of(known);
    return known;
  }

  private NameList newNumbered() {
    return kind == Kind.USER ? builder.copy().add(Keywords.NOBODY).build() : names();
  }

  /** The ranges of names that differ from this one, or those of this range, in numbers alone. */
  Stream<String> like(Word name) {
    String prefix = NameRange.prefix(name);
    return ranges.stream()
        .filter(range -> range.prefix().equals(prefix))
        .map(range -> range.word().quoted());
  }

  boolean has(String name) {
    return names().contains(name);
  }

  /** The names of the range; empty where one of them isn't declared. */
  Optional<Set<String>> members(NameRange range) {
    int first = names().indexOf(range.firstName());
    int last = names().indexOf(range.prefix() + range.last());
    return first >= 0 && last - first == range.last() - range.first()
        ? Optional.of(set(IndexSet.span(first, last + 1)))
        : Optional.empty();
  }

  Set<String> all() {
    return set(IndexSet.span(0, size()));
  }

  Set<String> one(String name) {
    return set(IndexSet.of(IntStream.of(numbered().indexOf(name))));
  }

  private Set<String> set(IndexSet numbers) {
    return new NameSet(numbered(), numbers);
  }

  /** All names of the sets. */
  Set<String> union(Collection<Set<String>> sets) {
    return set(sets.stream().map(this::numbers).reduce(IndexSet.span(0, 0), IndexSet::or));
  }

  /** The names that the second set doesn't have. */
  Set<String> difference(Set<String> all, Set<String> except) {
    return set(numbers(all).minus(numbers(except)));
  }

  private IndexSet numbers(Set<String> some) {
    return some instanceof NameSet set
        ? set.numbers()
        : IndexSet.of(some.stream().mapToInt(numbered()::indexOf));
  }
}
