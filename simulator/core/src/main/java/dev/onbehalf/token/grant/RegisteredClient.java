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
  private final URI redirectUri;

  public RegisteredClient(String id, String secret, List<String> grantTypes) {
    this.id = id;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.grantTypes = List.copyOf(grantTypes);
    redirectUri =
        URI.create("https://client.example/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  public String id() {
    return id;
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
