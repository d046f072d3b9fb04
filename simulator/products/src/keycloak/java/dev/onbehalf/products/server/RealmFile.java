package dev.onbehalf.products.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.onbehalf.products.keycloak.Realm;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.jose.Randomness;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningKey;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The realm that is exported for a population, with the secrets and passwords of tests; besides,
 * agents may impersonate, and clients bring assertions of the tests' identity provider.
 */
record RealmFile(Population population) {
  static final String NAME = "onbehalf";
  static final String IDENTITY_PROVIDER = "https://idp.example/";

  private static final String ALIAS = "idp";

  /** The key of the identity provider, if it takes its random numbers from there. */
  static SecureRandom identityProvidersRandom() {
    return Randomness.seeded(1);
  }

  /** The password or secret of the user or client. */
  static String secretOf(String name) {
    return "secret of " + name;
  }

  String json() {
    Map<String, Object> tree =
        new HashMap<>(
            new Realm(NAME, NAME, population.users(), population.agents(), population.resources())
                .tree());
    tree.put("users", each(tree, "users").map(RealmFile::user).toList());
    tree.put("clients", each(tree, "clients").map(this::client).toList());
    tree.put("identityProviders", List.of(identityProvider()));
    return JSONObjectUtils.toJSONString(tree);
  }

  private static Stream<Map<?, ?>> each(Map<String, Object> tree, String key) {
    return ((List<?>) tree.getOrDefault(key, List.of())).stream().map(one -> (Map<?, ?>) one);
  }

  private static Map<Object, Object> user(Map<?, ?> user) {
    Map<Object, Object> more = new HashMap<>(user);
    if (!user.containsKey("serviceAccountClientId")) {
      String name = String.valueOf(user.get("username"));
      more.put("email", name + "@example.org");
      more.put("emailVerified", true);
      more.put("firstName", name);
      more.put("lastName", name);
      more.put("credentials", List.of(Map.of("type", "password", "value", secretOf(name))));
      more.put(
          "federatedIdentities",
          List.of(Map.of("identityProvider", ALIAS, "userId", name, "userName", name)));
    } else {
      more.put("clientRoles", Map.of("realm-management", List.of("impersonation")));
    }
    return more;
  }

  private static Map<String, Object> identityProvider() {
    return Map.of(
        "alias",
        ALIAS,
        "providerId",
        "jwt-authorization-grant",
        "enabled",
        true,
        "config",
        Map.of(
            "issuer",
            IDENTITY_PROVIDER,
            "jwtAuthorizationGrantEnabled",
            "true",
            "jwtAuthorizationGrantAssertionSignatureAlg",
            "ES256",
            "useJwksUrl",
            "false",
            "publicKeySignatureVerifier",
            JSONObjectUtils.toJSONString(Map.of("keys", List.of(key())))));
  }

  /** It is looked up by its thumbprint, which stands in the assertions. */
  private static Map<String, Object> key() {
    Map<String, Object> key =
        new HashMap<>(
            SigningKey.generate(SigningAlgorithm.ES256, identityProvidersRandom()).publicJwk());
    key.put("use", "sig");
    try {
      key.put("kid", JWK.parse(key).computeThumbprint().toString());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
    return key;
  }

  private Map<Object, Object> client(Map<?, ?> client) {
    Map<Object, Object> more = new HashMap<>(client);
    more.put("secret", secretOf(String.valueOf(client.get("clientId"))));
    more.put("directAccessGrantsEnabled", true);
    more.put("redirectUris", List.of("https://client.example/*"));
    Map<Object, Object> attributes = new HashMap<>((Map<?, ?>) client.get("attributes"));
    attributes.put("oauth2.jwt.authorization.grant.enabled", "true");
    attributes.put("oauth2.jwt.authorization.grant.idp", ALIAS);
    attributes.put(
        "oauth2.jwt.authorization.grant.audience", JSONArrayUtils.toJSONString(audiences()));
    more.put("attributes", attributes);
    return more;
  }

  /** The realm is the authorization server of every resource. */
  private List<Map<String, String>> audiences() {
    return population.resources().stream()
        .map(
            resource ->
                Map.of("key", ALIAS, "value", "https://resources.example/" + resource + "/"))
        .toList();
  }
}
