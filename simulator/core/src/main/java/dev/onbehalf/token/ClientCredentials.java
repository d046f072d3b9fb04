package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.util.List;

/** A client asks for itself (RFC 6749 section 4.4). */
final class ClientCredentials implements Grant {
  static final String GRANT_TYPE = "client_credentials";

  private final Registry registry;
  private final TokenIssuer issuer;

  ClientCredentials(Registry registry, TokenIssuer issuer) {
    this.registry = registry;
    this.issuer = issuer;
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    Target target =
        Target.of(form, registry)
            .require(Party.RESOURCE, Party.TOKEN_SERVICE, Party.BROKER, Party.GATEWAY);
    List<String> scope = RequestedScope.within(available(target), form);
    // RFC 9068 section 2.2: without a user, the subject is the client
    return issuer.issue(TokenDraft.of(client.id(), target.name(), client.id(), scope)).granted();
  }

  // a token for anybody but a resource says who somebody is, and allows nothing
  private static List<String> available(Target target) {
    return target.party() == Party.RESOURCE ? List.of(Scope.of(target.name())) : List.of();
  }
}
