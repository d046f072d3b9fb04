package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.util.List;

/** A client asks for itself (RFC 6749 section 4.4). */
public record ClientCredentials(Registry registry, TokenIssuer issuer) implements Grant {
  public static final String GRANT_TYPE = "client_credentials";

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    TokenTarget target =
        TokenTarget.of(form, registry)
            .require(Party.RESOURCE, Party.TOKEN_SERVICE, Party.BROKER, Party.GATEWAY);
    List<String> scope = RequestedScope.within(available(target), form);
    // RFC 9068 section 2.2: without a user, the subject is the client
    return issuer
        .issue(
            TokenDraft.of(client.id(), target.name(), client.id(), scope)
                .boundTo(client.provedKey()))
        .granted();
  }

  // a token for anybody but a resource says who somebody is, and allows nothing
  private static List<String> available(TokenTarget target) {
    return target.party() == Party.RESOURCE ? List.of(Scope.of(target.name())) : List.of();
  }
}
