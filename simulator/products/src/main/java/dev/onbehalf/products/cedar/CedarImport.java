package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Expression.UnknownExpressionException;
import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.cedar.World.Box;
import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.draft.Rule;
import dev.onbehalf.products.draft.Way;
import dev.onbehalf.products.draft.Who;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a scenario of Cedar's policies and entities, in which the context names the agent. */
public final class CedarImport {
  private static final String MISSING = "*missing*";
  private static final String TO_DO =
      "is in Cedar's own language; expected the JSON that"
          + " `cedar translate-policy --direction cedar-to-json` makes of it";

  private final Draft draft;
  private final Entities entities = new Entities();
  private final List<Policy> policies = new ArrayList<>();
  private final Named principals = new Named("principal", entities);
  private final Named actions = new Named("action", entities);
  private final Named resources = new Named("resource", entities);
  private final Context context = new Context();

  private CedarImport(Draft draft) {
    this.draft = draft;
  }

  /** Reads policies and entities, each as JSON. */
  public static Imported read(List<SourceFile> files) throws BadSourceException {
    SourceFile first = files.get(0);
    CedarImport importing =
        new CedarImport(new Draft(first.baseName(), "Policies of Cedar on given entities"));
    for (SourceFile file : files) {
      importing.add(file);
    }
    importing.permit();
    return importing.draft.finish(first.place());
  }

  private Losses losses() {
    return draft.losses();
  }

  private void add(SourceFile file) throws BadSourceException {
    if (file.endsWith(".cedar")) {
      throw new BadSourceException(file.place(), TO_DO);
    }
    if (file.endsWith(".cedarschema") || file.endsWith(".cedarschema.json")) {
      losses().dropped(file.place(), "a schema, which decides nothing");
      return;
    }
    Node root = TreeReader.json(file);
    if (root.kind() == Node.Kind.LIST) {
      for (Node entity : root.items()) {
        entities.add(entity);
      }
    } else if (root.asMap().find("effect").isPresent()) {
      add(file.baseName(), root);
    } else {
      for (Map.Entry<String, Node> one :
          root.require("staticPolicies").asMap().fields().entrySet()) {
        add(one.getKey(), one.getValue());
      }
      for (String other : List.of("templates", "templateLinks")) {
        Optional<Node> found = root.find(other);
        if (found.isPresent()
            && !(found.get().items().isEmpty() && found.get().fields().isEmpty())) {
          losses().dropped(found.get().place(), "templates");
        }
      }
    }
  }

  private void add(String id, Node node) throws BadSourceException {
    Optional<Policy> policy = Policy.of(id, node);
    if (policy.isEmpty()) {
      losses().dropped(node.place(), "a template");
      return;
    }
    policies.add(policy.get());
    List<Node> conditions = policy.get().conditions();
    principals.add(policy.get().principal(), conditions);
    actions.add(policy.get().action(), conditions);
    resources.add(policy.get().resource(), conditions);
    for (Node condition : conditions) {
      context.add(condition);
    }
  }

  private void permit() throws BadSourceException {
    List<Entity> users = principals.all("User");
    List<Entity> acts = actions.all("Action");
    Set<String> others = new LinkedHashSet<>();
    users.forEach(one -> others.add(one.type()));
    acts.forEach(one -> others.add(one.type()));
    principals.above().forEach(one -> others.add(one.type()));
    List<Entity> things = new ArrayList<>(resources.all("Resource"));
    if (things.isEmpty()) {
      entities.all().stream()
          .filter(one -> !others.contains(one.type()) && entities.isLeaf(one))
          .forEach(things::add);
    }
    World world = new World(entities, users, acts, things, context);
    draft.users(users.stream().map(Entity::toString).toList());
    draft.agents(world.paths().agents());
    for (Entity thing : things) {
      draft.resource(thing.toString(), acts.stream().map(Entity::toString).toList());
    }
    world
        .context()
        .forEach(
            (name, values) ->
                draft.attribute(name, values.stream().map(CedarImport::word).toList()));
    tellContext(world);
    for (Policy policy : policies) {
      add(policy, world);
    }
  }

  private static String word(Optional<Value> value) {
    return value.map(Value::toString).orElse(MISSING);
  }

  private void tellContext(World world) {
    for (String attribute : world.context().keySet()) {
      losses()
          .narrowed(
              policies.get(0).node().place(),
              "`context." + attribute + "` has the values that policies name, and one for others");
    }
  }

  private void add(Policy policy, World world) throws BadSourceException {
    List<Box> boxes;
    try {
      boxes = world.boxes(policy);
    } catch (UnknownExpressionException e) {
      losses()
          .dropped(
              policy.node().place(),
              (policy.effect() == Effect.MAY ? "a permission" : "a prohibition")
                  + ", as no scenario can say "
                  + e.node().place().path());
      return;
    }
    if (boxes.isEmpty()) {
      losses().dropped(policy.node().place(), "holds for no request of these entities");
    }
    for (Box box : boxes) {
      draft.add(rule(policy, box, world), box.paths(), world.paths().all());
    }
  }

  private Rule rule(Policy policy, Box box, World world) {
    SortedMap<String, List<String>> when = new TreeMap<>();
    box.context()
        .forEach(
            (name, values) -> {
              if (values.size() < world.context().getOrDefault(name, List.of()).size()) {
                when.put(name, values.stream().map(CedarImport::word).toList());
              }
            });
    return new Rule(
        policy.effect(),
        who(box.principals(), world.principals()),
        box.actions().stream().map(Entity::toString).toList(),
        box.resources().stream().map(Entity::toString).toList(),
        Way.every(),
        when,
        policy.node().place() + " (" + policy.id() + ")");
  }

  /** A group by its name, where its members are meant and nobody else. */
  private Who who(List<Entity> users, List<Entity> all) {
    for (Entity group : principals.above()) {
      List<Entity> members = all.stream().filter(one -> entities.isIn(one, group)).toList();
      if (members.equals(users) && !users.contains(group)) {
        draft.group(group.toString(), users.stream().map(Entity::toString).toList());
        return Who.of(List.of(group.toString()));
      }
    }
    return Who.of(users.stream().map(Entity::toString).toList());
  }
}
