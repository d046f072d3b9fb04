package dev.onbehalf.products.kubernetes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who there is, and who may pass for whom. */
final class Subjects {
  static final String GROUP = "group ";
  static final String SERVICE_ACCOUNT = "system:serviceaccount:";

  private static final String AUTHENTICATED = GROUP + "system:authenticated";
  private static final String UNAUTHENTICATED = GROUP + "system:unauthenticated";
  private static final String SERVICE_ACCOUNTS = GROUP + "system:serviceaccounts";
  private static final String OTHER_USER = "*other user*";

  private static final long MOST_PAIRS = 200_000_000;

  /** Those that let their subjects impersonate. */
  private final List<Grant> grants;

  private final Set<String> users = new LinkedHashSet<>();

  Subjects(List<Grant> grants) {
    this.grants = grants.stream().filter(one -> one.hasVerb(Grant.IMPERSONATE)).toList();
    grants.forEach(grant -> grant.subjects().forEach(this::add));
    grants.forEach(this::addImpersonated);
  }

  private void add(String subject) {
    if (!subject.startsWith(SERVICE_ACCOUNTS)) {
      users.add(subject.equals(AUTHENTICATED) ? OTHER_USER : subject);
    }
  }

  /** Names after the verb are users, too, though no binding may name them. */
  private void addImpersonated(Grant grant) {
    if (!grant.hasVerb(Grant.IMPERSONATE)) {
      return;
    }
    for (String name : grant.names()) {
      if (grant.isEverywhere() && grant.impersonates("users")) {
        users.add(name);
      }
      if (!grant.isEverywhere() && grant.impersonates("serviceaccounts")) {
        users.add(SERVICE_ACCOUNT + grant.namespace() + ":" + name);
      }
    }
  }

  /** Whether there are more pairs of users than anybody could look through. */
  boolean isTooMany() {
    return (long) users.size() * users.size() * Math.max(1, grants.size()) > MOST_PAIRS;
  }

  Set<String> users() {
    return users;
  }

  /** The users of a subject: itself, or those of a group that Kubernetes fills. */
  List<String> of(Grant grant) {
    return users.stream().filter(user -> isMeant(user, grant)).toList();
  }

  private static boolean isMeant(String user, Grant grant) {
    return grant.subjects().stream().anyMatch(subject -> isOf(user, subject));
  }

  private static boolean isOf(String user, String subject) {
    boolean isAccount = user.startsWith(SERVICE_ACCOUNT);
    if (subject.equals(AUTHENTICATED)) {
      return !user.equals(UNAUTHENTICATED);
    }
    if (subject.equals(SERVICE_ACCOUNTS)) {
      return isAccount;
    }
    return subject.startsWith(SERVICE_ACCOUNTS + ":")
        ? user.startsWith(SERVICE_ACCOUNT + subject.substring(SERVICE_ACCOUNTS.length() + 1) + ":")
        : user.equals(subject);
  }

  /** Those who may pass for anybody. */
  List<String> impersonators() {
    return users.stream()
        .filter(user -> users.stream().anyMatch(other -> mayImpersonate(user, other)))
        .toList();
  }

  /** Whether one may send requests as the other. */
  boolean mayImpersonate(String user, String other) {
    if (other.startsWith(GROUP)) {
      // A member of a group is some user, with the group in a header.
      return may(user, "groups", "", other.substring(GROUP.length()))
          && may(user, "users", "", OTHER_USER);
    }
    if (other.startsWith(SERVICE_ACCOUNT)) {
      String[] parts = other.substring(SERVICE_ACCOUNT.length()).split(":", 2);
      return parts.length == 2 && may(user, "serviceaccounts", parts[0], parts[1]);
    }
    return may(user, "users", "", other);
  }

  private boolean may(String user, String resource, String namespace, String name) {
    return grants.stream()
        .anyMatch(
            grant ->
                isMeant(user, grant)
                    && grant.impersonates(resource)
                    && (grant.isEverywhere() || grant.namespace().equals(namespace))
                    && grant.hasName(name));
  }
}
