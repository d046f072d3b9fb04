package dev.onbehalf.token.registry;

import dev.onbehalf.text.PrintableText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which users let which clients act for them, on record until somebody withdraws it. */
public final class Consents {
  private final Set<List<String>> given = new HashSet<>();
  private final Set<String> givenForAll = new HashSet<>();

  public void add(String user, String client) {
    given.add(List.of(user, client));
  }

  /** An administrator consents for every user. */
  public void addForAll(String client) {
    givenForAll.add(client);
  }

  public void withdraw(String user, String client) {
    given.remove(List.of(user, client));
  }

  /** An administrator no longer consents for every user. */
  public void withdrawForAll(String client) {
    givenForAll.remove(client);
  }

  public boolean isGiven(String user, String client) {
    return givenForAll.contains(client) || given.contains(List.of(user, client));
  }

  public void require(String user, String client) {
    if (!isGiven(user, client)) {
      throw new IllegalArgumentException(
          "expected a consent of %s to %s, found none"
              .formatted(PrintableText.quoted(user), PrintableText.quoted(client)));
    }
  }
}
