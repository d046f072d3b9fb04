package dev.onbehalf.products.aws;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To whom a statement applies.
 *
 * @param services which act for themselves
 * @param everyone whether all others are meant, too
 * @param negated whether all but these are meant
 */
record Principals(List<String> users, List<String> services, boolean everyone, boolean negated) {
  private static final List<String> KINDS = List.of("AWS", "Service", "Federated", "CanonicalUser");

  Principals {
    users = List.copyOf(users);
    services = List.copyOf(services);
  }

  /** Those of an identity-based policy: whoever has it. */
  static Principals holder(String name) {
    return new Principals(List.of(name), List.of(), false, false);
  }

  static Optional<Principals> of(Node statement, Losses losses) throws BadSourceException {
    Optional<Node> named = statement.find("Principal");
    Optional<Node> others = statement.find("NotPrincipal");
    if (named.isPresent() && others.isPresent()) {
      throw new BadSourceException(others.get().place(), "stands beside `Principal`");
    }
    if (named.isEmpty() && others.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(read(named.or(() -> others).orElseThrow(), others.isPresent(), losses));
  }

  private static Principals read(Node node, boolean negated, Losses losses)
      throws BadSourceException {
    if (node.kind() == Node.Kind.TEXT) {
      if (!node.text().equals("*")) {
        throw new BadSourceException(node.place(), "expected `*` or a map");
      }
      return new Principals(List.of(), List.of(), true, negated);
    }
    List<String> users = new ArrayList<>();
    List<String> services = new ArrayList<>();
    boolean everyone = false;
    for (Map.Entry<String, Node> entry : node.asMap().fields().entrySet()) {
      if (!KINDS.contains(entry.getKey())) {
        throw new BadSourceException(entry.getValue().place(), "expected one of " + KINDS);
      }
      for (Node one : entry.getValue().oneOrMore()) {
        String name = one.asText();
        if (name.equals("*") && entry.getKey().equals("AWS")) {
          everyone = true;
        } else if (name.indexOf('*') >= 0) {
          throw new BadSourceException(one.place(), "expected a name without `*`");
        } else if (entry.getKey().equals("Service")) {
          services.add(name);
        } else {
          users.add(name);
          tellGroups(entry.getKey(), one, losses);
        }
      }
    }
    return new Principals(users, services, everyone, negated);
  }

  /** An account or a provider of identities is many users, of which the file says nothing. */
  private static void tellGroups(String kind, Node one, Losses losses) {
    boolean isAccount = one.text().matches("\\d{12}") || one.text().endsWith(":root");
    if (kind.equals("AWS") ? isAccount : kind.equals("Federated")) {
      losses.narrowed(one.place(), "is one user, whoever of its users is meant");
    }
  }
}
