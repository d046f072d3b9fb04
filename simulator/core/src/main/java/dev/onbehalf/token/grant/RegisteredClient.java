package dev.onbehalf.token.grant;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** A confidential client as the token service knows it (RFC 6749 section 2). */
public final class RegisteredClient {
  private final String id;
  private final byte[] secret;
  private final List<String> grantTypes;
  private final boolean impersonates;
  private final URI redirectUri;

  /**
   * A client.
   *
   * @param impersonates whether it is trusted to pass for users
   */
  public RegisteredClient(
      String id, String secret, List<String> grantTypes, boolean impersonates) {
    this.id = id;
    this.impersonates = impersonates;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.grantTypes = List.copyOf(grantTypes);
    redirectUri =
        URI.create("https://client.example/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
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
