package dev.onbehalf.token.macaroon;

import com.github.nitram509.jmacaroons.Macaroon;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources' own minting of macaroons, under a root key for each of their users. */
public final class MacaroonMint {
  private static final int KEY_LENGTH = 32;

  private final Registry registry;
  private final Clock clock;
  private final Duration lifetime;
  private final SecureRandom random;
  private final Map<List<String>, byte[]> rootKeys = new HashMap<>();

  public MacaroonMint(Registry registry, Clock clock, Duration lifetime, SecureRandom random) {
    this.registry = registry;
    this.clock = clock;
    this.lifetime = lifetime;
    this.random = random;
  }

  /** Makes a root key; it is the user's account at the resource as well. */
  public void registerRootKey(String user, String resource) {
    registry.addUser(user);
    registry.require(resource, Party.RESOURCE);
    byte[] key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    if (rootKeys.putIfAbsent(List.of(user, resource), key) != null) {
      throw new IllegalArgumentException(
          "expected a new root key, found one of %s at %s"
              .formatted(PrintableText.quoted(user), PrintableText.quoted(resource)));
    }
  }

  /** Locks the user out at the resource: no macaroon under the key is good any longer. */
  public void discardRootKey(String user, String resource) {
    rootKeys.remove(List.of(user, resource));
  }

  public MacaroonToken mint(String user, String resource) {
    byte[] key =
        rootKey(user, resource)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a user of %s, found %s"
                            .formatted(
                                PrintableText.quoted(resource), PrintableText.quoted(user))));
    Caveat expiry = Caveat.expires(clock.instant().plus(lifetime).getEpochSecond());
    return new MacaroonToken(Macaroon.create(resource, key, user).serialize()).with(expiry);
  }

  public MacaroonVerifier verifierFor(String resource) {
    registry.require(resource, Party.RESOURCE);
    return new MacaroonVerifier(resource, user -> rootKey(user, resource), clock);
  }

  private Optional<byte[]> rootKey(String user, String resource) {
    return Optional.ofNullable(rootKeys.get(List.of(user, resource)));
  }
}
