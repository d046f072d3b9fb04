package dev.onbehalf.products.draft;

import java.util.Collection;
import java.util.List;

/**
 * Of whom a sentence speaks.
 *
 * @param names users and groups; none for anyone
 * @param except users and groups that are left out
 */
public record Who(Kind kind, List<String> names, List<String> except) {
  /** Whether it is named people, anyone, or an agent that works for nobody. */
  public enum Kind {
    NAMED,
    ANYONE,
    NOBODY
  }

  public Who {
    names = List.copyOf(names);
    except = List.copyOf(except);
  }

  /** Every user. */
  public static Who anyone() {
    return new Who(Kind.ANYONE, List.of(), List.of());
  }

  /** Every user but those. */
  public static Who anyoneExcept(Collection<String> except) {
    return new Who(Kind.ANYONE, List.of(), List.copyOf(except));
  }

  /** No user: an agent on its own. */
  public static Who nobody() {
    return new Who(Kind.NOBODY, List.of(), List.of());
  }

  /** Users and groups by their names. */
  public static Who of(Collection<String> names) {
    return new Who(Kind.NAMED, List.copyOf(names), List.of());
  }
}
