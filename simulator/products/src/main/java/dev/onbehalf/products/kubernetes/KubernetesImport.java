package dev.onbehalf.products.kubernetes;

import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.draft.Rule;
import dev.onbehalf.products.draft.Way;
import dev.onbehalf.products.draft.Who;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes a scenario of roles and bindings, in which who may impersonate is an agent. */
public final class KubernetesImport {
  /** No word of Kubernetes has a capital letter. */
  static final String OTHER = "Other";

  private static final String ELSEWHERE = "Elsewhere";

  private final Draft draft;
  private final Subjects subjects;
  private final List<String> impersonators;
  private final Set<String> verbs = new LinkedHashSet<>();
  private final Set<String> namespaces = new LinkedHashSet<>();
  private final Map<Grant.Type, Set<String>> objects = new LinkedHashMap<>();

  private KubernetesImport(Draft draft, List<Grant> grants, Place source)
      throws BadSourceException {
    this.draft = draft;
    this.subjects = new Subjects(grants);
    if (subjects.isTooMany()) {
      throw new BadSourceException(source, "is more than a scenario can hold");
    }
    this.impersonators = subjects.impersonators();
    grants.forEach(this::add);
  }

  /** Reads manifests with roles and bindings. */
  public static Imported read(List<SourceFile> files) throws BadSourceException {
    SourceFile first = files.get(0);
    Draft draft = new Draft(first.baseName(), "Roles and bindings of Kubernetes");
    List<Grant> grants = new Manifests(files, draft.losses()).grants();
    KubernetesImport importing = new KubernetesImport(draft, grants, first.place());
    draft.users(importing.subjects.users());
    draft.agents(importing.impersonators.stream().map(KubernetesImport::agent).toList());
    grants.forEach(importing::permit);
    return draft.finish(first.place());
  }

  /** Who impersonates is a user as well, so its agent has another name. */
  private static String agent(String impersonator) {
    return impersonator + "/impersonating";
  }

  private void add(Grant grant) {
    verbs.addAll(grant.namedVerbs());
    namespaces.add(grant.isEverywhere() ? ELSEWHERE : grant.namespace());
    for (Grant.Type type : grant.types()) {
      Set<String> names = objects.computeIfAbsent(type, unseen -> new LinkedHashSet<>(List.of("")));
      names.addAll(grant.names());
    }
    verbs.remove(Grant.IMPERSONATE);
  }

  private void permit(Grant grant) {
    List<String> users = subjects.of(grant);
    List<String> actions = verbs.stream().filter(grant::hasVerb).toList();
    List<String> targets = targets(grant);
    permit(grant, users, actions, targets);
    if (grant.hasVerb(Grant.IMPERSONATE)
        && grant.types().stream().noneMatch(KubernetesImport::isOfPeople)) {
      draft
          .losses()
          .dropped(
              Place.of(grant.origin()),
              "impersonation of what is no user, group or service account");
    }
  }

  private static boolean isOfPeople(Grant.Type type) {
    return List.of("users", "groups", "serviceaccounts", OTHER).contains(type.resource());
  }

  private void permit(Grant grant, List<String> users, List<String> actions, List<String> targets) {
    Map<List<String>, List<String>> agentsByUsers = new LinkedHashMap<>();
    for (String agent : impersonators) {
      List<String> some =
          users.stream().filter(user -> subjects.mayImpersonate(agent, user)).toList();
      agentsByUsers.computeIfAbsent(some, unseen -> new ArrayList<>()).add(agent(agent));
    }
    List<String> forAll = agentsByUsers.getOrDefault(users, List.of());
    draft.add(rule(grant, users, actions, targets), true, forAll);
    agentsByUsers.remove(users);
    agentsByUsers.forEach(
        (some, agents) -> draft.add(rule(grant, some, actions, targets), false, agents));
  }

  private static Rule rule(
      Grant grant, List<String> users, List<String> actions, List<String> targets) {
    return new Rule(
        Effect.MAY, Who.of(users), actions, targets, Way.every(), new TreeMap<>(), grant.origin());
  }

  private List<String> targets(Grant grant) {
    List<String> targets = new ArrayList<>();
    for (String namespace : namespaces) {
      if (grant.isEverywhere() || grant.namespace().equals(namespace)) {
        objects.forEach(
            (type, names) -> {
              if (grant.hasType(type)) {
                names.stream()
                    .filter(grant::hasName)
                    .forEach(name -> targets.add(target(namespace, type, name)));
              }
            });
      }
    }
    return targets;
  }

  private static String target(String namespace, Grant.Type type, String name) {
    return namespace + "/" + type + (name.isEmpty() ? "" : ":" + name);
  }
}
