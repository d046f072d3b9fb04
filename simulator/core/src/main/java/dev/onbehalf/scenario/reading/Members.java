package dev.onbehalf.scenario.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of names stands for: some members for all, and some that stand in a relation to the
 * one who holds them, a resource or a user.
 *
 * @param related the relations named, each from holder to members
 */
record Members(
    Set<String> always, List<Map<String, Set<String>>> related, Optional<Members> except) {
  static Members always(Set<String> members) {
    return new Members(members, List.of(), Optional.empty());
  }

  /** Whether different holders can have different members. */
  boolean vary() {
    return !related.isEmpty() || except.map(Members::vary).orElse(false);
  }

  Set<String> of(String holder) {
    return vary() ? Set.copyOf(varying(holder)) : always;
  }

  private Set<String> varying(String holder) {
    Set<String> members = new HashSet<>(always);
    related.forEach(pairs -> members.addAll(pairs.getOrDefault(holder, Set.of())));
    except.ifPresent(out -> members.removeAll(out.of(holder)));
    return members;
  }

  /** About how much work it is to tell the members of one holder. */
  long cost() {
    return 1 + always.size() + except.map(Members::cost).orElse(0L);
  }
}
