package dev.onbehalf.products.cedar;

import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointView;
import dev.onbehalf.products.export.SetNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types and entities that exported policies speak of, and what a request looks like. */
final class CedarWorld {
  private final PointPolicies policies;
  private final SetNames groups;
  private final SetNames kinds;

  CedarWorld(Mapping mapping, SetNames groups, SetNames kinds) {
    policies = mapping.policies();
    this.groups = groups;
    this.kinds = kinds;
  }

  /** The principal of a call that doesn't show its user. */
  static String unseenUser() {
    return "User::" + CedarText.quoted(PointView.UNSEEN);
  }

  /** A map in its order. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** In the JSON form of Cedar's schemas. */
  Map<String, Object> schema() {
    Map<String, Object> actions = new LinkedHashMap<>();
    policies
        .values(Field.ACTION)
        .forEach(action -> actions.put(action, map("appliesTo", appliesTo())));
    return map(
        "",
        map(
            "entityTypes",
            map(
                "User", map("memberOfTypes", List.of("Group")),
                "Group", map(),
                "Resource", map("memberOfTypes", List.of("Kind")),
                "Kind", map()),
            "actions",
            actions));
  }

  private Map<String, Object> appliesTo() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    context().forEach(field -> attributes.put(field.name(), map("type", "String")));
    return map(
        "principalTypes", List.of("User"),
        "resourceTypes", List.of("Resource"),
        "context", map("type", "Record", "attributes", attributes));
  }

  private List<Field> context() {
    return policies.fields().stream()
        .filter(
            field -> field.kind() == Field.Kind.PATH || field.kind() == Field.Kind.CONTEXT)
        .toList();
  }

  /** Every user and resource that the policies name. */
  List<Object> entities() {
    List<Object> entities = new ArrayList<>();
    Set<String> users =
        policies.fields().contains(Field.USER)
            ? policies.values(Field.USER)
            : Set.of(PointView.UNSEEN);
    users.forEach(user -> entities.add(user(user)));
    policies.values(Field.RESOURCE).forEach(resource -> entities.add(resource(resource)));
    return entities;
  }

  private Map<String, Object> user(String user) {
    return entity("User", user, "Group", groups);
  }

  private Map<String, Object> resource(String resource) {
    return entity("Resource", resource, "Kind", kinds);
  }

  private static Map<String, Object> entity(
      String type, String id, String parentType, SetNames names) {
    List<Object> parents = new ArrayList<>();
    names
        .all()
        .forEach(
            (members, name) -> {
              if (members.contains(id)) {
                parents.add(uid(parentType, name));
              }
            });
    return map("uid", uid(type, id), "attrs", map(), "parents", parents);
  }

  private static Map<String, Object> uid(String type, String id) {
    return map("type", type, "id", id);
  }

  /** The request that asks the question. */
  Map<String, Object> request(List<String> question) {
    Map<String, Object> context = new LinkedHashMap<>();
    context().forEach(field -> context.put(field.name(), value(question, field)));
    return map(
        "principal", "User::" + CedarText.quoted(user(question)),
        "action", "Action::" + CedarText.quoted(value(question, Field.ACTION)),
        "resource", "Resource::" + CedarText.quoted(value(question, Field.RESOURCE)),
        "context", context);
  }

  /** What a request must bring along: its own user and resource alone. */
  List<Object> entities(List<String> question) {
    return List.of(user(user(question)), resource(value(question, Field.RESOURCE)));
  }

  private String user(List<String> question) {
    return policies.fields().contains(Field.USER)
        ? value(question, Field.USER)
        : PointView.UNSEEN;
  }

  private String value(List<String> question, Field field) {
    return question.get(policies.fields().indexOf(field));
  }
}
