package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import java.util.HashMap;
import java.util.Map;

/** Token exchange, each requested type by rules of its own (RFC 8693 section 2.1). */
public final class ExchangeByType implements Grant {
  private final Grant accessTokens;
  private final Map<String, Grant> others = new HashMap<>();

  public ExchangeByType(Grant accessTokens, Map<TokenTypeURI, Grant> others) {
    this.accessTokens = accessTokens;
    others.forEach((type, grant) -> this.others.put(type.toString(), grant));
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    return form.optional("requested_token_type")
        .map(type -> others.getOrDefault(type, accessTokens))
        .orElse(accessTokens)
        .answer(client, form);
  }
}
