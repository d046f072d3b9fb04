package dev.onbehalf.token.registry;

import dev.onbehalf.text.PrintableText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is known, under one name each over all kinds: a client that bears a user's name could pass
 * for that user (RFC 9700 section 4.15).
 */
public final class Registry {
  private final Map<String, Party> parties = new HashMap<>();

  public void add(String name, Party party) {
    if (!PrintableText.isIdentifier(name)) {
      throw new IllegalArgumentException(
          "expected a name of visible characters, found " + PrintableText.quoted(name));
    }
    Party known = parties.putIfAbsent(name, party);
    if (known != null) {
      throw new IllegalArgumentException(
          "expected a new name, found %s, which is %s already"
              .formatted(PrintableText.quoted(name), known.description()));
    }
  }

  /** Forgets a name, so that nobody has it any longer. */
  public void remove(String name) {
    parties.remove(name);
  }

  /** Adds a user, who may be one already. */
  public void addUser(String name) {
    if (parties.get(name) != Party.USER) {
      add(name, Party.USER);
    }
  }

  /** Adds a workload, which may be one already; one that is a client is known by that. */
  public void addWorkload(String name) {
    if (parties.get(name) != Party.CLIENT && parties.get(name) != Party.WORKLOAD) {
      add(name, Party.WORKLOAD);
    }
  }

  /** Requires a party of one of the kinds. */
  public void require(String name, Party first, Party... others) {
    Party found = parties.get(name);
    if (found != first && !Arrays.asList(others).contains(found)) {
      throw new IllegalArgumentException(
          "expected %s, found %s, which is not registered as one"
              .formatted(first.description(), PrintableText.quoted(name)));
    }
  }

  /** All names. */
  public List<String> names() {
    return List.copyOf(parties.keySet());
  }

  public Optional<Party> find(String name) {
    return Optional.ofNullable(parties.get(name));
  }

  /** How many accounts and clients there are. */
  public int credentials() {
    return (int) parties.values().stream().filter(Registry::hasCredential).count();
  }

  private static boolean hasCredential(Party party) {
    return party == Party.USER || party == Party.CLIENT || party == Party.GATEWAY;
  }
}
