package dev.onbehalf.token.workload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The request that a DPoP proof is made for (RFC 9449 section 4.2).
 *
 * @param method {@code htm}
 * @param uri {@code htu}, without query and fragment
 */
public record ProofTarget(String method, String uri) {
  private static final String POST = "POST";

  /** A request to the token endpoint. */
  public static ProofTarget tokenEndpoint(String uri) {
    return new ProofTarget(POST, uri);
  }

  /** A call of an action on a resource, each of which has an address of its own. */
  public static ProofTarget call(String resource, String action) {
    return new ProofTarget(
        POST, "https://api.example/" + encoded(resource) + "/" + encoded(action));
  }

  private static String encoded(String name) {
    // a form may spell a blank `+`, a URI may not (RFC 3986 section 2.1)
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
