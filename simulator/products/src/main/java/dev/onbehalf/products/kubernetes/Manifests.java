package dev.onbehalf.products.kubernetes;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles and bindings of some files, and what the bindings grant. */
final class Manifests {
  private static final List<String> CORE = List.of("");
  private static final String DEFAULT_NAMESPACE = "default";

  private final Losses losses;
  private final Map<String, Node> roles = new LinkedHashMap<>();
  private final List<Node> bindings = new ArrayList<>();

  Manifests(List<SourceFile> files, Losses losses) throws BadSourceException {
    this.losses = losses;
    for (SourceFile file : files) {
      for (Node document : TreeReader.yaml(file)) {
        add(document);
      }
    }
  }

  private void add(Node object) throws BadSourceException {
    String kind = object.require("kind").asText();
    switch (kind) {
      case "List", "RoleList", "ClusterRoleList", "RoleBindingList", "ClusterRoleBindingList" -> {
        for (Node item : object.list("items")) {
          add(item);
        }
      }
      case "Role", "ClusterRole" -> role(kind, object);
      case "RoleBinding", "ClusterRoleBinding" -> bindings.add(object);
      default -> losses.dropped(object.place(), "a " + kind + " is no role and no binding");
    }
  }

  private void role(String kind, Node object) throws BadSourceException {
    String namespace = kind.equals("Role") ? namespace(object) : "";
    String key = kind + "/" + namespace + "/" + name(object);
    if (roles.put(key, object) != null) {
      throw new BadSourceException(object.place(), "is there already: " + key);
    }
    if (object.find("aggregationRule").isPresent()) {
      losses.dropped(
          object.require("aggregationRule").place(), "rules that other roles add to this one");
    }
  }

  private static String name(Node object) throws BadSourceException {
    return object.require("metadata").require("name").asText();
  }

  private static String namespace(Node object) throws BadSourceException {
    return object.require("metadata").text("namespace").orElse(DEFAULT_NAMESPACE);
  }

  /** What all bindings grant. */
  List<Grant> grants() throws BadSourceException {
    List<Grant> grants = new ArrayList<>();
    for (Node binding : bindings) {
      boolean everywhere = binding.require("kind").asText().equals("ClusterRoleBinding");
      Node ref = binding.require("roleRef");
      String kind = ref.require("kind").asText();
      String namespace = everywhere ? "" : namespace(binding);
      String role =
          kind + "/" + (kind.equals("Role") ? namespace : "") + "/" + ref.require("name").asText();
      Optional<Node> found = Optional.ofNullable(roles.get(role));
      if (found.isEmpty()) {
        losses.dropped(ref.place(), "what " + role + " grants, as it isn't in these files");
      } else {
        add(grants, binding, namespace, found.get());
      }
    }
    return grants;
  }

  private void add(List<Grant> grants, Node binding, String namespace, Node role)
      throws BadSourceException {
    List<String> subjects = new ArrayList<>();
    for (Node subject : binding.list("subjects")) {
      subjects.add(subject(subject, namespace));
    }
    for (Node rule : role.list("rules")) {
      if (rule.find("nonResourceURLs").isPresent()) {
        losses.dropped(rule.require("nonResourceURLs").place(), "addresses that are no resources");
      } else {
        grants.add(
            new Grant(
                binding.place() + " grants " + rule.place(),
                namespace,
                subjects,
                rule.find("apiGroups").isPresent() ? rule.texts("apiGroups") : CORE,
                rule.texts("resources"),
                rule.texts("verbs"),
                rule.texts("resourceNames")));
        tellWildcards(rule);
      }
    }
  }

  private void tellWildcards(Node rule) throws BadSourceException {
    for (String key : List.of("apiGroups", "resources", "verbs")) {
      if (rule.texts(key).stream().anyMatch(one -> one.contains(Grant.ALL))) {
        losses.narrowed(
            rule.require(key).place(), "of all, those that are named here, and one for the rest");
      }
    }
  }

  private static String subject(Node subject, String namespace) throws BadSourceException {
    String name = subject.require("name").asText();
    return switch (subject.require("kind").asText()) {
      case "User" -> name;
      case "Group" -> Subjects.GROUP + name;
      case "ServiceAccount" ->
          Subjects.SERVICE_ACCOUNT + subject.text("namespace").orElse(namespace) + ":" + name;
      default ->
          throw new BadSourceException(
              subject.require("kind").place(), "expected `User`, `Group` or `ServiceAccount`");
    };
  }
}
