package dev.onbehalf.products.casbin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a field of a request is compared with that of a policy.
 *
 * @param roles the name of the role definition; empty for the other kinds
 */
record Match(Kind kind, String roles) {
  static final String ALL = "*";

  /** A value that no policy names. */
  static final String OTHER = "*other*";

  /** The comparisons that can be imported. */
  enum Kind {
    EQUAL,
    EQUAL_OR_ALL,
    PREFIX,
    ROLE
  }

  /** The values that a request can have, as far as these policies tell them apart. */
  Set<String> values(List<String> named, Map<String, Set<String>> above) {
    Set<String> values = new LinkedHashSet<>();
    for (String name : named) {
      values.add(sample(name));
    }
    if (kind == Kind.ROLE) {
      above.keySet().stream()
          .filter(one -> named.stream().anyMatch(name -> isBelow(one, name, above)))
          .forEach(values::add);
      Set<String> roles = new LinkedHashSet<>();
      above.values().forEach(roles::addAll);
      values.removeAll(roles);
    }
    return values;
  }

  private String sample(String name) {
    return switch (kind) {
      case EQUAL, ROLE -> name;
      case EQUAL_OR_ALL -> name.equals(ALL) ? OTHER : name;
      case PREFIX -> name.indexOf(ALL) < 0 ? name : name.substring(0, name.indexOf(ALL)) + OTHER;
    };
  }

  boolean fits(String value, String named, Map<String, Set<String>> above) {
    return switch (kind) {
      case EQUAL -> value.equals(named);
      case EQUAL_OR_ALL -> named.equals(ALL) || value.equals(named);
      case PREFIX ->
          named.indexOf(ALL) < 0
              ? value.equals(named)
              : value.startsWith(named.substring(0, named.indexOf(ALL)));
      case ROLE -> isBelow(value, named, above);
    };
  }

  /** Whether the role is the name itself, or one that it has, or that one of its roles has. */
  private static boolean isBelow(String name, String role, Map<String, Set<String>> above) {
    Set<String> all = new LinkedHashSet<>(Set.of(name));
    boolean grown = true;
    while (grown && !all.contains(role)) {
      grown = false;
      for (String one : List.copyOf(all)) {
        grown |= all.addAll(above.getOrDefault(one, Set.of()));
      }
    }
    return all.contains(role);
  }
}
