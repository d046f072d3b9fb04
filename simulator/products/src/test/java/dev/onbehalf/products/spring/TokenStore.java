package dev.onbehalf.products.spring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** What the server issued, found by its text; its own store looks through everything each time. */
final class TokenStore implements OAuth2AuthorizationService {
  private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  @Override
  public void save(OAuth2Authorization authorization) {
    byId.put(authorization.getId(), authorization);
    note(authorization.getToken(OAuth2AuthorizationCode.class), authorization);
    note(authorization.getToken(OAuth2AccessToken.class), authorization);
  }

  private void note(OAuth2Authorization.Token<?> token, OAuth2Authorization authorization) {
    if (token != null) {
      ids.put(token.getToken().getTokenValue(), authorization.getId());
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    byId.remove(authorization.getId());
  }

  @Override
  public OAuth2Authorization findById(String id) {
    return byId.get(id);
  }

  @Override
  public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
    String id = ids.get(token);
    return id == null ? null : byId.get(id);
  }
}
