package dev.onbehalf.products.openfga;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.openfga.Tuple.Pair;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A model with its tuples, and who is in each relation to each object. */
final class Store {
  /** Stands for all users of a type that no tuple names. */
  static final String OTHER = "*other*";

  private static final int MOST_STEPS = 5_000_000;

  private final Map<String, Map<String, Node>> types = new LinkedHashMap<>();
  private final Map<Pair, List<Tuple>> tuples = new LinkedHashMap<>();
  private final Set<String> objects = new LinkedHashSet<>();
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Map<Pair, Integer> levels = new LinkedHashMap<>();
  private final Map<Pair, Set<String>> members = new LinkedHashMap<>();
  private final Place place;
  private int steps;

  Store(Node model, List<Tuple> all, Losses losses) throws BadSourceException {
    this.place = model.place();
    for (Node type : model.require("type_definitions").asList()) {
      types.put(
          type.require("type").asText(), type.find("relations").map(Node::fields).orElse(Map.of()));
    }
    for (Tuple tuple : all) {
      if (isKnown(tuple)) {
        add(tuple);
      } else {
        losses.dropped(tuple.place(), "the model has no such relation");
      }
    }
    pairs().forEach(pair -> levels.put(pair, 0));
    raiseLevels(model);
    fill();
  }

  private boolean isKnown(Tuple tuple) {
    return hasRelation(new Pair(tuple.object(), tuple.relation()))
        && (!tuple.isUserset() || hasRelation(tuple.userset()))
        && types.containsKey(Tuple.type(tuple.subject()));
  }

  private boolean hasRelation(Pair pair) {
    return relations(pair.object()).containsKey(pair.relation());
  }

  private Map<String, Node> relations(String object) {
    return types.getOrDefault(Tuple.type(object), Map.of());
  }

  private void add(Tuple tuple) {
    tuples
        .computeIfAbsent(new Pair(tuple.object(), tuple.relation()), unseen -> new ArrayList<>())
        .add(tuple);
    objects.add(tuple.object());
    if (tuple.isUserset()) {
      objects.add(tuple.userset().object());
    } else if (tuple.isOfAll()) {
      subjects.add(Tuple.type(tuple.subject()) + ":" + OTHER);
    } else {
      subject(tuple.subject());
    }
  }

  /** What has relations of its own is an object, and what has none can only be a user. */
  private void subject(String subject) {
    (relations(subject).isEmpty() ? subjects : objects).add(subject);
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (String object : objects) {
      relations(object).keySet().forEach(relation -> pairs.add(new Pair(object, relation)));
    }
    return pairs;
  }

  /** Each set comes after those that it leaves out. */
  private void raiseLevels(Node model) throws BadSourceException {
    boolean raised = true;
    while (raised) {
      raised = false;
      for (Pair pair : pairs()) {
        int level = level(rewrite(pair), pair);
        if (level > levels.size()) {
          throw new BadSourceException(model.place(), "`" + pair.relation() + "` excludes itself");
        }
        if (level > levels.getOrDefault(pair, 0)) {
          levels.put(pair, level);
          raised = true;
        }
      }
    }
  }

  private Node rewrite(Pair pair) throws BadSourceException {
    Node rewrite = relations(pair.object()).get(pair.relation());
    if (rewrite == null) {
      throw new IllegalStateException("asked for a relation that isn't there");
    }
    return rewrite.asMap();
  }

  private int level(Node rewrite, Pair pair) throws BadSourceException {
    int level = 0;
    for (Pair other : sources(rewrite, pair)) {
      level = Math.max(level, levels.getOrDefault(other, 0));
    }
    for (Node child : children(rewrite)) {
      level = Math.max(level, level(child, pair));
    }
    Optional<Node> difference = rewrite.find("difference");
    if (difference.isPresent()) {
      level = Math.max(level, level(difference.get().require("base"), pair));
      level = Math.max(level, 1 + level(difference.get().require("subtract"), pair));
    }
    return level;
  }

  private static List<Node> children(Node rewrite) throws BadSourceException {
    Optional<Node> several = rewrite.find("union").or(() -> rewrite.find("intersection"));
    return several.isEmpty() ? List.of() : several.get().require("child").asList();
  }

  /** The sets that a rewrite without others in it takes its users from. */
  private List<Pair> sources(Node rewrite, Pair pair) throws BadSourceException {
    List<Pair> sources = new ArrayList<>();
    if (rewrite.find("this").isPresent()) {
      of(pair).stream().filter(Tuple::isUserset).map(Tuple::userset).forEach(sources::add);
    }
    Optional<Node> computed = rewrite.find("computedUserset");
    if (computed.isPresent()) {
      sources.add(new Pair(pair.object(), computed.get().require("relation").asText()));
    }
    Optional<Node> through = rewrite.find("tupleToUserset");
    if (through.isPresent()) {
      String set = through.get().require("tupleset").require("relation").asText();
      String relation = through.get().require("computedUserset").require("relation").asText();
      for (Tuple tuple : of(new Pair(pair.object(), set))) {
        sources.add(new Pair(tuple.subject(), relation));
      }
    }
    return sources.stream().filter(this::hasRelation).toList();
  }

  private List<Tuple> of(Pair pair) throws BadSourceException {
    if (++steps > MOST_STEPS) {
      throw new BadSourceException(place, "has relations that take too long to follow");
    }
    return tuples.getOrDefault(pair, List.of());
  }

  private void fill() throws BadSourceException {
    Map<Integer, List<Pair>> byLevel = new TreeMap<>();
    levels.forEach(
        (pair, level) -> byLevel.computeIfAbsent(level, unseen -> new ArrayList<>()).add(pair));
    for (List<Pair> pairs : byLevel.values()) {
      boolean grown = true;
      while (grown) {
        grown = false;
        for (Pair pair : pairs) {
          grown |= members(pair, true).addAll(users(rewrite(pair), pair));
        }
      }
    }
  }

  private Set<String> members(Pair pair, boolean create) {
    return create
        ? members.computeIfAbsent(pair, unseen -> new LinkedHashSet<>())
        : members.getOrDefault(pair, Set.of());
  }

  private Set<String> users(Node rewrite, Pair pair) throws BadSourceException {
    Set<String> users = new LinkedHashSet<>();
    if (rewrite.find("this").isPresent()) {
      of(pair).forEach(tuple -> users.addAll(named(tuple)));
    }
    for (Pair source : sources(rewrite, pair)) {
      users.addAll(members(source, false));
    }
    if (rewrite.find("union").isPresent()) {
      for (Node child : children(rewrite)) {
        users.addAll(users(child, pair));
      }
    }
    if (rewrite.find("intersection").isPresent()) {
      users.addAll(inAll(children(rewrite), pair));
    }
    Optional<Node> difference = rewrite.find("difference");
    if (difference.isPresent()) {
      users.addAll(users(difference.get().require("base"), pair));
      users.removeAll(users(difference.get().require("subtract"), pair));
    }
    return users;
  }

  private Set<String> inAll(List<Node> children, Pair pair) throws BadSourceException {
    Set<String> users = new LinkedHashSet<>(subjects);
    for (Node child : children) {
      users.retainAll(users(child, pair));
    }
    return users;
  }

  private List<String> named(Tuple tuple) {
    if (tuple.isUserset()) {
      return List.of();
    }
    if (!tuple.isOfAll()) {
      return subjects.contains(tuple.subject()) ? List.of(tuple.subject()) : List.of();
    }
    String type = Tuple.type(tuple.subject());
    return subjects.stream().filter(one -> Tuple.type(one).equals(type)).toList();
  }

  Set<String> subjects() {
    return subjects;
  }

  /** Who is in each relation to each object. */
  Map<Pair, Set<String>> members() {
    return members;
  }
}
