package dev.onbehalf.token;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The logins that users left with the broker, each under a reference that nobody can guess. */
final class Vault {
  private final Function<String, UserSession> logIn;
  private final Supplier<String> secrets;
  private final Map<List<String>, String> references = new HashMap<>();
  private final Map<String, VaultEntry> entries = new HashMap<>();

  Vault(Function<String, UserSession> logIn, Supplier<String> secrets) {
    this.logIn = logIn;
    this.secrets = secrets;
  }

  void deposit(String user, String resource) {
    String reference = secrets.get();
    references.put(List.of(user, resource), reference);
    entries.put(reference, new VaultEntry(user, resource, logIn.apply(user)));
  }

  String reference(String user, String resource) {
    String reference = references.get(List.of(user, resource));
    if (reference == null) {
      throw new IllegalArgumentException(
          "expected a login of %s for %s in the vault, found none"
              .formatted(PrintableText.quoted(user), PrintableText.quoted(resource)));
    }
    return reference;
  }

  UserSession login(String user, String resource) {
    try {
      return entry(reference(user, resource)).session();
    } catch (InvalidTokenException e) {
      throw new IllegalStateException(e);
    }
  }

  VaultEntry entry(String reference) throws InvalidTokenException {
    VaultEntry entry = entries.get(reference);
    if (entry == null) {
      throw new InvalidTokenException("expected a reference to a login in the vault");
    }
    return entry;
  }
}
