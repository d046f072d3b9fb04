package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.ResourceList;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Absent;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code users}, {@code agents} and {@code resources}. */
record DeclarationReader(
    Fields fields,
    Declarations declarations,
    NodeReader nodes,
    SourceText source,
    Problems problems) {
  private static final String NAMES = "[alice, bob]";

  void users() {
    Optional<Entry> users = fields.require(Kind.USER.many());
    List<YamlNode> items = users.map(entry -> nodes.items(entry, NAMES)).orElse(List.of());
    if (items.isEmpty()) {
      declarations.incomplete(Kind.USER);
    }
    users.ifPresent(entry -> declare(Kind.USER, items, entry.key()));
  }

  void agents() {
    fields.find(Kind.AGENT.many()).ifPresent(this::agents);
  }

  private void agents(Entry entry) {
    Optional<List<YamlNode>> items = nodes.list(entry, NAMES);
    if (items.isEmpty()) {
      declarations.incomplete(Kind.AGENT);
    }
    declare(Kind.AGENT, items.orElse(List.of()), entry.key());
  }

  private void declare(Kind kind, List<YamlNode> items, Word owner) {
    for (YamlNode item : items) {
      declare(kind, nodes.anyName(item, owner));
    }
  }

  private void declare(Kind kind, Optional<Word> name) {
    name.ifPresentOrElse(word -> declare(kind, word), () -> declarations.incomplete(kind));
  }

  private void declare(Kind kind, Word name) {
    if (NameRange.looksLike(name)) {
      NameRange.problem(name).ifPresent(problem -> refuse(kind, name, problem));
      NameRange.of(name).ifPresent(range -> declarations.declare(kind, range));
    } else {
      nodes.check(name);
      declarations.declare(kind, name);
    }
  }

  private void refuse(Kind kind, Word name, String problem) {
    problems.add(name.span(), problem);
    declarations.incomplete(kind);
  }

  List<Resource> resources() {
    List<Resource> resources =
        fields.require(Kind.RESOURCE.many()).map(this::resources).orElse(List.of());
    if (resources.isEmpty()) {
      declarations.incomplete(Kind.RESOURCE);
    }
    return resources;
  }

  private List<Resource> resources(Entry entry) {
    return entry.value() instanceof Mapping mapping
        ? mapped(mapping, entry.key())
        : listed(nodes.items(entry, "[document]` or `{document: [read, edit]}"), entry.key());
  }

  private List<Resource> listed(List<YamlNode> items, Word owner) {
    Listed listed = new Listed();
    for (YamlNode item : items) {
      Optional<Word> name = nodes.anyName(item, owner);
      declare(Kind.RESOURCE, name);
      name.ifPresent(word -> listed.add(word, onlyAction()));
    }
    return listed.resources();
  }

  /** Resources in their order. */
  private final class Listed {
    private final NavigableMap<Integer, List<String>> actions = new TreeMap<>();
    private final List<Resource> written = new ArrayList<>();

    void add(Word name, List<String> itsActions) {
      if (NameRange.looksLike(name)) {
        actions.put(size() - NameRange.of(name).map(NameRange::size).orElse(0), itsActions);
      } else {
        actions.put(size() - 1, itsActions);
        written.add(new Resource(name.text(), itsActions));
      }
    }

    private int size() {
      return declarations.of(Kind.RESOURCE).size();
    }

    List<Resource> resources() {
      return declarations
          .findRanged(Kind.RESOURCE)
          .<List<Resource>>map(ranged -> new ResourceList(ranged.names(), actions))
          .orElse(written);
    }
  }

  private static List<String> onlyAction() {
    return List.of(Resource.ONLY_ACTION);
  }

  private List<Resource> mapped(Mapping mapping, Word owner) {
    if (mapping.entries().isEmpty() && mapping.complete()) {
      problems.add(owner.span(), owner.quoted() + " is empty; expected one at least");
    }
    if (!mapping.complete()) {
      declarations.incomplete(Kind.RESOURCE);
    }
    Listed listed = new Listed();
    for (Entry entry : mapping.entries()) {
      declare(Kind.RESOURCE, entry.key());
      listed.add(entry.key(), actions(entry));
    }
    return listed.resources();
  }

  private List<String> actions(Entry entry) {
    if (entry.value() instanceof Absent) {
      return onlyAction();
    }
    List<YamlNode> items = nodes.list(entry, "[read, edit]").orElse(List.of());
    List<Word> actions = new ArrayList<>();
    items.forEach(item -> nodes.anyName(item, entry.key()).ifPresent(actions::add));
    checkActions(actions);
    return actions.isEmpty() ? onlyAction() : actions.stream().map(Word::text).toList();
  }

  private void checkActions(List<Word> actions) {
    DistinctNames distinct = new DistinctNames(source, problems, "is listed already");
    for (Word action : actions) {
      distinct.add(action);
      if (meansEveryAction(action, actions)) {
        problems.add(
            action.span(), action.quoted() + " means every action; expected an action's own name");
      } else if (!action.is(Resource.ONLY_ACTION)) {
        nodes.check(action);
      }
    }
  }

  private static boolean meansEveryAction(Word action, List<Word> actions) {
    return action.is(Keywords.ACCESS) || (action.is(Keywords.USE) && actions.size() > 1);
  }
}
