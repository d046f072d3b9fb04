package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scenario of roles and bindings says what a naive authorizer reads in them. */
final class KubernetesImportTest {
  private static final int WORLDS = 500;

  private static Imported imported(String text) throws Exception {
    SourceFile file = SourceFile.of("rbac.yaml", text.getBytes(StandardCharsets.UTF_8));
    return Importer.K8S_RBAC.read(List.of(file), 1);
  }

  @Test
  void impersonator_isAnAgentOfThoseItMayPassFor() throws Exception {
    Imported imported =
        imported(
            """
            kind: ClusterRole
            metadata: {name: front}
            rules:
            - {apiGroups: [""], resources: [users], verbs: [impersonate], resourceNames: [ann]}
            ---
            kind: ClusterRoleBinding
            metadata: {name: front}
            roleRef: {kind: ClusterRole, name: front}
            subjects: [{kind: ServiceAccount, name: bot, namespace: ops}]
            ---
            kind: Role
            metadata: {name: reader, namespace: dev}
            rules:
            - {apiGroups: [""], resources: [pods], verbs: [get]}
            ---
            kind: RoleBinding
            metadata: {name: reader, namespace: dev}
            roleRef: {kind: Role, name: reader}
            subjects: [{kind: User, name: ann}, {kind: User, name: bob}]
            """);
    assertTrue(
        imported
            .yaml()
            .contains(
                """
                - ann, bob MAY get dev/pods directly
                - ann MAY get dev/pods via any agent
                """),
        imported.yaml());
    assertEquals(List.of(), imported.losses().lines());
  }

  /** A rule, its role's binding and its subject, all in one. */
  private record Granted(
      String namespace,
      String kind,
      String subject,
      List<String> groups,
      List<String> resources,
      List<String> verbs,
      List<String> names) {}

  @Test
  void randomBindings_sayTheSame() throws Exception {
    Random random = new Random(3);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      List<Granted> granted = new ArrayList<>();
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        granted.add(granted(random));
      }
      String text = yaml(granted);
      Optional<Imported> imported = Agreement.imported(() -> imported(text));
      if (imported.isPresent()) {
        agreement.check(imported.get(), text, source -> permits(granted, source));
      }
    }
    assertTrue(agreement.requests() > 10_000 && agreement.delegated() > 500, agreement::toString);
  }

  private static Granted granted(Random random) {
    String kind = any(random, "User", "User", "Group", "ServiceAccount");
    String subject =
        kind.equals("Group")
            ? any(random, "staff", "system:authenticated", "system:serviceaccounts:dev")
            : any(random, "ann", "bob");
    boolean impersonates = random.nextInt(3) == 0;
    return new Granted(
        any(random, "", "dev", "ops"),
        kind,
        subject,
        List.of(impersonates ? "" : any(random, "", "apps", "*")),
        List.of(
            impersonates
                ? any(random, "users", "serviceaccounts", "groups")
                : any(random, "pods", "pods/log", "*", "*/log")),
        List.of(impersonates ? "impersonate" : any(random, "get", "list", "*")),
        random.nextInt(3) > 0 ? List.of() : List.of(any(random, "ann", "bob", "staff")));
  }

  private static String any(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }

  private static String yaml(List<Granted> granted) {
    return granted.stream()
        .map(one -> yaml(one, "r" + granted.indexOf(one)))
        .distinct()
        .collect(Collectors.joining("---\n"));
  }

  private static String yaml(Granted one, String name) {
    String cluster = one.namespace().isEmpty() ? "Cluster" : "";
    String metadata =
        "{name: %s%s}".formatted(name, cluster.isEmpty() ? ", namespace: " + one.namespace() : "");
    return """
    kind: %1$sRole
    metadata: %2$s
    rules:
    - {apiGroups: %3$s, resources: %4$s, verbs: %5$s, resourceNames: %6$s}
    ---
    kind: %1$sRoleBinding
    metadata: %2$s
    roleRef: {kind: %1$sRole, name: %7$s}
    subjects: [{kind: %8$s, name: '%9$s'%10$s}]
    """
        .formatted(
            cluster,
            metadata,
            list(one.groups()),
            list(one.resources()),
            list(one.verbs()),
            list(one.names()),
            name,
            one.kind(),
            one.subject(),
            one.kind().equals("ServiceAccount") ? ", namespace: dev" : "");
  }

  private static String list(List<String> texts) {
    return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean permits(List<Granted> granted, Request request) {
    String[] place = request.resource().split("/", 2);
    int colon = place[1].indexOf(':');
    String name = colon < 0 ? "" : place[1].substring(colon + 1);
    String type = colon < 0 ? place[1] : place[1].substring(0, colon);
    int dot = type.indexOf('.');
    boolean allowed =
        may(
            granted,
            request.user(),
            request.action(),
            place[0],
            dot < 0 ? "" : type.substring(dot + 1),
            dot < 0 ? type : type.substring(0, dot),
            name);
    if (request.isDirect()) {
      return allowed;
    }
    String agent = request.via().get(0).replace("/impersonating", "");
    return allowed && impersonates(granted, agent, request.user());
  }

  private static boolean impersonates(List<Granted> granted, String agent, String user) {
    if (user.startsWith("group ")) {
      return may(granted, agent, "impersonate", "", "", "groups", user.substring(6))
          && may(granted, agent, "impersonate", "", "", "users", "somebody");
    }
    if (user.startsWith("system:serviceaccount:")) {
      String[] parts = user.split(":", -1);
      return may(granted, agent, "impersonate", parts[2], "", "serviceaccounts", parts[3]);
    }
    return may(granted, agent, "impersonate", "", "", "users", user);
  }

  private static boolean may(
      List<Granted> granted,
      String user,
      String verb,
      String namespace,
      String group,
      String resource,
      String name) {
    return granted.stream()
        .anyMatch(
            one ->
                isSubject(one, user)
                    && (one.namespace().isEmpty() || one.namespace().equals(namespace))
                    && has(one.groups(), group)
                    && (has(one.resources(), resource)
                        || (one.resources().contains("*/log") && resource.endsWith("/log")))
                    && has(one.verbs(), verb)
                    && (one.names().isEmpty() || one.names().contains(name)));
  }

  private static boolean has(List<String> some, String one) {
    return some.contains("*") || some.contains(one);
  }

  private static boolean isSubject(Granted one, String user) {
    return switch (one.kind()) {
      case "User" -> user.equals(one.subject());
      case "ServiceAccount" -> user.equals("system:serviceaccount:dev:" + one.subject());
      default ->
          user.equals("group " + one.subject())
              || one.subject().equals("system:authenticated")
              || (one.subject().equals("system:serviceaccounts:dev")
                  && user.startsWith("system:serviceaccount:dev:"));
    };
  }
}
