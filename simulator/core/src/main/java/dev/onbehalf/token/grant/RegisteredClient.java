package dev.onbehalf.token.grant;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** A confidential client as the token service knows it (RFC 6749 section 2). */
public final class RegisteredClient {
  private final String id;
  private final byte[] secret;
  private final List<String> grantTypes;
  private final boolean impersonates;
  private final URI redirectUri;
  private final Optional<String> provedKey;

  /**
   * A client.
   *
   * @param impersonates whether it is trusted to pass for users
   */
  public RegisteredClient(String id, String secret, List<String> grantTypes, boolean impersonates) {
    this(id, secret.getBytes(StandardCharsets.UTF_8), grantTypes, impersonates, Optional.empty());
  }

  private RegisteredClient(
      String id,
      byte[] secret,
      List<String> grantTypes,
      boolean impersonates,
      Optional<String> provedKey) {
    this.id = id;
    this.secret = secret.clone();
    this.impersonates = impersonates;
    this.grantTypes = List.copyOf(grantTypes);
    this.provedKey = provedKey;
    redirectUri =
        URI.create("https://client.example/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  /** This client in a request that proves that it has the key of the thumbprint. */
  RegisteredClient proving(String key) {
    return new RegisteredClient(id, secret, grantTypes, impersonates, Optional.of(key));
  }

  /** The thumbprint of the key that access tokens are to be bound to (RFC 9449 section 5). */
  Optional<String> provedKey() {
    return provedKey;
  }

  public String id() {
    return id;
  }

  /** Whether tokens that it gets without an actor name the client that the user logged in with. */
  boolean impersonates() {
    return impersonates;
  }

  boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }

  /** Where browsers bring this client its codes (RFC 6749 section 3.1.2). */
  public URI redirectUri() {
    return redirectUri;
  }

  boolean hasSecret(String presented) {
    // in constant time, so that the answer's delay tells nothing of the secret
    return MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
  }
}
