package dev.onbehalf.token;

import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.ClientAuthenticator;
import dev.onbehalf.token.grant.JwtBearer;
import dev.onbehalf.token.grant.TokenEndpoint;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Map;

/**
 * The authorization server of the resources, with clients and a key of its own; it takes the
 * identity provider's word for who the users are (draft-ietf-oauth-identity-assertion-authz-grant).
 */
public final class ResourceAuthorizationServer {
  /** Like the token service's, no name of a scenario ends so. */
  static final String ISSUER = "https://resources.example/";

  private final Authority authority;
  private final Clients clients;
  private final TokenEndpoint endpoint;
  private final SignatureVerifier signatures;

  /**
   * Starts the server.
   *
   * @param authority its own
   * @param clients its own, none as yet
   * @param registry with the resources that it issues tokens for
   */
  ResourceAuthorizationServer(
      Authority authority, Authority identityProvider, Clients clients, Registry registry) {
    this.authority = authority;
    this.clients = clients;
    signatures = authority.signatures(TokenType.ACCESS_TOKEN);
    endpoint =
        new TokenEndpoint(
            new ClientAuthenticator(clients.byId()),
            Map.of(JwtBearer.GRANT_TYPE, new JwtBearer(authority, identityProvider, registry)));
  }

  public TokenEndpoint endpoint() {
    return endpoint;
  }

  long tokensIssued() {
    return authority.signer().signed();
  }

  void registerClient(String client) {
    clients.register(client, List.of(JwtBearer.GRANT_TYPE), false, endpoint);
  }

  /** The client's way to this server. */
  public ClientConnection connection(String client) {
    return clients.connection(client);
  }

  /** This server as an issuer of access tokens for one of the audiences. */
  TrustedIssuer trusted(List<String> audiences) {
    return new TrustedIssuer(signatures, new ClaimsRules(authority.envelope(audiences)));
  }
}
