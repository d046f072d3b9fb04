package dev.onbehalf.products.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule of a role, as a binding grants it.
 *
 * @param namespace where it holds; empty for everywhere
 * @param names of objects; none for all
 */
record Grant(
    String origin,
    String namespace,
    List<String> subjects,
    List<String> groups,
    List<String> resources,
    List<String> verbs,
    List<String> names) {
  static final String ALL = "*";
  static final String IMPERSONATE = "impersonate";

  Grant {
    subjects = List.copyOf(subjects);
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
    names = List.copyOf(names);
  }

  /** A kind of objects, such as {@code deployments.apps}. */
  record Type(String group, String resource) {
    @Override
    public String toString() {
      return group.isEmpty() ? resource : resource + "." + group;
    }
  }

  boolean isEverywhere() {
    return namespace.isEmpty();
  }

  boolean hasVerb(String verb) {
    return verbs.contains(ALL) || verbs.contains(verb);
  }

  boolean hasName(String name) {
    return names.isEmpty() || names.contains(name);
  }

  boolean hasType(Type type) {
    return (groups.contains(ALL) || groups.contains(type.group()))
        && (resources.contains(ALL)
            || resources.contains(type.resource())
            || resources.contains("*/" + subresource(type.resource())));
  }

  /** What follows the first slash; a text that nothing ends in if there is none. */
  private static String subresource(String resource) {
    int slash = resource.indexOf('/');
    return slash < 0 ? " " : resource.substring(slash + 1);
  }

  /** The types that it names, with one for each wildcard. */
  Set<Type> types() {
    Set<Type> types = new LinkedHashSet<>();
    for (String group : groups) {
      for (String resource : resources) {
        types.add(new Type(named(group), resource.replace(ALL, KubernetesImport.OTHER)));
      }
    }
    return types;
  }

  /** The verbs that it names, with one for all others. */
  List<String> namedVerbs() {
    List<String> named = new ArrayList<>();
    verbs.forEach(verb -> named.add(named(verb)));
    return named;
  }

  private static String named(String word) {
    return word.equals(ALL) ? KubernetesImport.OTHER : word;
  }

  /** Whether it lets its subjects pass for objects of this kind in the core group. */
  boolean impersonates(String resource) {
    return hasVerb(IMPERSONATE) && hasType(new Type("", resource));
  }
}
