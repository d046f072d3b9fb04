package dev.onbehalf.products.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.products.http.Address;
import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.StrictJson;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a token service says of itself (RFC 8414 section 2).
 *
 * @param secretsInForm whether clients send their secrets in the form, and not in a header
 */
record Metadata(URI tokenEndpoint, Optional<URI> keySet, boolean secretsInForm) {
  /** Asks for it, and takes none that isn't of the issuer. */
  static Metadata of(TokenServer server, String issuer) throws ServerException {
    Address address = Address.of(issuer);
    Reply reply = server.get(wellKnown(address.uri()));
    if (!isDocument(reply)) {
      // where OpenID Connect Discovery has it (section 4)
      reply = server.get(address.resolve("/.well-known/openid-configuration"));
    }
    if (!isDocument(reply)) {
      throw new ServerException("its metadata: answered " + reply.oddity());
    }
    try {
      return read(StrictJson.read("document", reply.body().getBytes(UTF_8)), issuer);
    } catch (InvalidTokenException e) {
      throw new ServerException("its metadata: " + e.getMessage());
    }
  }

  // RFC 8414 section 3.1: between host and path
  private static URI wellKnown(URI issuer) {
    return issuer.resolve("/.well-known/oauth-authorization-server" + issuer.getRawPath());
  }

  private static boolean isDocument(Reply reply) {
    return reply.status() == 200 && reply.isJson();
  }

  private static Metadata read(JsonObject document, String issuer)
      throws InvalidTokenException, ServerException {
    // RFC 8414 section 3.3: identical
    document.requireText("issuer", issuer);
    Optional<String> keys = document.optionalText("jwks_uri");
    return new Metadata(
        endpoint(document.text("token_endpoint"), issuer),
        keys.isPresent() ? Optional.of(endpoint(keys.get(), issuer)) : Optional.empty(),
        isInForm(document.texts("token_endpoint_auth_methods_supported")));
  }

  // RFC 8414 section 2: by header where nothing is said
  private static boolean isInForm(List<String> methods) {
    return !methods.contains("client_secret_basic") && methods.contains("client_secret_post");
  }

  /** Secrets go to the server that the user named, and to no other. */
  private static URI endpoint(String text, String issuer) throws ServerException {
    String problem =
        Address.problem(text)
            .orElse(
                Address.of(text).isOfServer(URI.create(issuer))
                    ? ""
                    : "isn't of the server that was given");
    if (!problem.isEmpty()) {
      throw new ServerException("its metadata: " + PrintableText.quoted(text) + " " + problem);
    }
    return URI.create(text);
  }
}
