package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.ResourceList;
import dev.onbehalf.scenario.reading.Rewordings.Place;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words of the sentences stand for. */
final class Vocabulary {
  private static final int MOST_LISTED = 5;

  private final Declarations declarations;
  private final NameSets sets;
  private final List<Resource> resources;
  private final DeclaredContext context;
  private final Problems problems;
  private final Map<String, Set<String>> resourcesByAction = new HashMap<>();

  Vocabulary(
      Declarations declarations,
      List<Resource> resources,
      DeclaredContext context,
      Problems problems) {
    this.declarations = declarations;
    this.sets = new NameSets(declarations, problems);
    this.resources = resources;
    this.context = context;
    this.problems = problems;
    if (resources instanceof ResourceList ranged) {
      ranged.actions().forEach(action -> resourcesByAction.put(action, ranged.having(action)));
    } else {
      for (Resource resource : resources) {
        resource.actions().forEach(action -> having(action).add(resource.name()));
      }
    }
  }

  private Set<String> having(String action) {
    return resourcesByAction.computeIfAbsent(action, unseen -> new HashSet<>());
  }

  static Set<String> texts(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.toUnmodifiableSet());
  }

  /** The resources of a list of names and groups; an empty list stands for all. */
  Set<String> resources(List<Word> names) {
    return sets.of(Kind.RESOURCE, names);
  }

  /** What a list of names, groups and relations stands for; an empty list for all. */
  Members members(Kind kind, List<Word> names) {
    return sets.members(kind, names);
  }

  /** What the first list stands for without the second. */
  Members membersExcept(Kind kind, List<Word> names, List<Word> except, Word first) {
    return sets.membersExcept(kind, names, except, first);
  }

  /**
   * The clauses of a statement.
   *
   * @param first where a message points to
   */
  List<Clause> clauses(Statement statement, Word first) {
    return statement.clauses(
        () ->
            Stream.concat(declarations.of(Kind.USER).stream(), Stream.of(Keywords.NOBODY)).toList(),
        cost -> sets.afford(cost, first));
  }

  boolean isAction(String word) {
    return resourcesByAction.containsKey(word);
  }

  boolean isResource(Word word) {
    return declarations.find(word).filter(found -> found.is(Kind.RESOURCE)).isPresent();
  }

  boolean isDeclared(Word word) {
    return declarations.find(word).isPresent();
  }

  /** Reports each action that none of the resources has; no resources follow a problem. */
  void checkActions(List<Word> actions, Set<String> named) {
    if (named.isEmpty() || !declarations.isComplete(Kind.RESOURCE)) {
      return;
    }
    for (Word action : distinct(actions)) {
      Set<String> having = resourcesByAction.getOrDefault(action.text(), Set.of());
      if (Collections.disjoint(having, named)) {
        problems.add(action.span(), () -> noAction(action, named));
      }
    }
  }

  private static Collection<Word> distinct(List<Word> words) {
    Map<String, Word> distinct = new HashMap<>();
    words.forEach(word -> distinct.putIfAbsent(word.text(), word));
    return distinct.values();
  }

  private String noAction(Word action, Set<String> named) {
    Set<String> possible = new LinkedHashSet<>();
    resources.stream()
        .filter(resource -> named.contains(resource.name()))
        .forEach(resource -> possible.addAll(resource.actions()));
    return "no resource named here has the action "
        + action.quoted()
        + "; expected "
        + oneOf(possible)
        + hint(Place.ACTION, action, possible);
  }

  /** Reports an attribute or values that the context doesn't have. */
  void checkCondition(Word attribute, List<Word> values) {
    if (!context.complete()) {
      return;
    }
    Set<String> known = context.values().get(attribute.text());
    if (known == null) {
      problems.add(attribute.span(), () -> noAttribute(attribute));
    } else if (!known.isEmpty()) {
      values.stream()
          .filter(value -> !known.contains(value.text()))
          .forEach(value -> problems.add(value.span(), () -> noValue(attribute, value)));
    }
  }

  private String noAttribute(Word attribute) {
    return "there is no "
        + attribute.quoted()
        + "; expected a context attribute"
        + hint(Place.ATTRIBUTE, attribute, context.names());
  }

  private static String hint(Place place, Word word, Collection<String> candidates) {
    return Rewordings.of(place, word.text())
        .orElseGet(() -> Suggestions.hint(word.text(), candidates));
  }

  private String noValue(Word attribute, Word value) {
    List<String> values = context.valuesOf(attribute.text());
    return value.quoted()
        + " is no value of "
        + attribute.quoted()
        + "; expected "
        + oneOf(values)
        + hint(Place.VALUE, value, values);
  }

  private static String oneOf(Collection<String> names) {
    String listed =
        names.stream()
            .limit(MOST_LISTED)
            .map(PrintableText::quoted)
            .collect(Collectors.joining(" or "));
    return names.size() > MOST_LISTED ? listed + " or another" : listed;
  }
}
