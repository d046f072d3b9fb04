package dev.onbehalf.products.spring;

import dev.onbehalf.token.access.TokenDraft;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** Who is registered at the server: agents, and what users log in with. */
final class Parties implements RegisteredClientRepository {
  static final String LOGIN_SECRET = "login-secret";

  private final Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();
  private final Set<String> scopes = ConcurrentHashMap.newKeySet();

  Parties() {
    register(
        TokenDraft.LOGIN_CLIENT,
        LOGIN_SECRET,
        URI.create(TokenDraft.LOGIN_CLIENT),
        AuthorizationGrantType.AUTHORIZATION_CODE);
  }

  /** Lets every client ask for the scope. */
  void allow(String scope) {
    scopes.add(scope);
  }

  void registerAgent(String id, String secret, URI redirectUri) {
    register(
        id,
        secret,
        redirectUri,
        AuthorizationGrantType.AUTHORIZATION_CODE,
        AuthorizationGrantType.CLIENT_CREDENTIALS,
        AuthorizationGrantType.TOKEN_EXCHANGE);
  }

  private void register(
      String id, String secret, URI redirectUri, AuthorizationGrantType... grants) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientSecret(secret)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .redirectUri(redirectUri.toString())
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(false)
                    .requireAuthorizationConsent(false)
                    .build());
    for (AuthorizationGrantType grant : grants) {
      client.authorizationGrantType(grant);
    }
    clients.put(id, client.build());
  }

  /** Whether the name is that of an agent. */
  boolean isAgent(String name) {
    return clients.containsKey(name) && !name.equals(TokenDraft.LOGIN_CLIENT);
  }

  @Override
  public void save(RegisteredClient client) {
    clients.put(client.getId(), client);
  }

  @Override
  public RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public RegisteredClient findByClientId(String id) {
    RegisteredClient client = clients.get(id);
    return client == null
        ? null
        : RegisteredClient.from(client).scopes(all -> all.addAll(scopes)).build();
  }
}
