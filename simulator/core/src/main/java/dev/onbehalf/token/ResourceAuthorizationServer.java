package dev.onbehalf.token;

import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.ClientAuthenticator;
import dev.onbehalf.token.grant.JwtBearer;
import dev.onbehalf.token.grant.TokenEndpoint;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import java.util.List;
import java.util.Map;

/**
 * The authorization server of one resource, with clients of its own; it takes the identity
 * provider's word for who the users are (draft-ietf-oauth-identity-assertion-authz-grant).
 */
public final class ResourceAuthorizationServer {
  /** Like the token service's, no name of a scenario ends so. */
  private static final String ISSUERS = "https://resources.example/";

  private final Authority authority;
  private final Clients clients;
  private final TokenEndpoint endpoint;
  private final SignatureVerifier signatures;

  /**
   * Starts the server.
   *
   * @param authority its own
   * @param clients its own, none as yet
   * @param jwtBearer how it issues tokens
   */
  ResourceAuthorizationServer(Authority authority, Clients clients, JwtBearer jwtBearer) {
    this.authority = authority;
    this.clients = clients;
    signatures = authority.signatures(TokenType.ACCESS_TOKEN);
    endpoint =
        new TokenEndpoint(
            new ClientAuthenticator(clients.byId()), Map.of(JwtBearer.GRANT_TYPE, jwtBearer));
  }

  /** The name of the resource's server. */
  static String issuerOf(String resource) {
    return ISSUERS + resource + "/";
  }

  /** The resource of the server of the name. */
  static String resourceOf(String issuer) {
    return issuer.substring(ISSUERS.length(), issuer.length() - 1);
  }

  public TokenEndpoint endpoint() {
    return endpoint;
  }

  long tokensIssued() {
    return authority.signer().signed();
  }

  void registerClient(String client) {
    clients.register(client, List.of(JwtBearer.GRANT_TYPE), false, endpoint::handle);
  }

  void disableClient(String client) {
    clients.disable(client);
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
