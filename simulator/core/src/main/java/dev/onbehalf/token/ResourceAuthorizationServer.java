package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
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
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The authorization server of one resource, with clients of its own; it takes the identity
 * provider's word for who the users are (draft-ietf-oauth-identity-assertion-authz-grant).
 */
public final class ResourceAuthorizationServer {
  /** Like the token service's, no name of a scenario ends so. */
  private static final String ISSUERS = "https://resources.example/";

  private final Clients clients;
  private final Function<HTTPRequest, HTTPResponse> endpoint;
  private final Function<List<String>, TrustedIssuer> trusted;
  private final LongSupplier issued;

  private ResourceAuthorizationServer(
      Clients clients,
      Function<HTTPRequest, HTTPResponse> endpoint,
      Function<List<String>, TrustedIssuer> trusted,
      LongSupplier issued) {
    this.clients = clients;
    this.endpoint = endpoint;
    this.trusted = trusted;
    this.issued = issued;
  }

  /**
   * Starts the server.
   *
   * @param authority its own
   * @param clients its own, none as yet
   * @param jwtBearer how it issues tokens
   */
  static ResourceAuthorizationServer embedded(
      Authority authority, Clients clients, JwtBearer jwtBearer) {
    SignatureVerifier signatures = authority.signatures(TokenType.ACCESS_TOKEN);
    TokenEndpoint endpoint =
        new TokenEndpoint(
            new ClientAuthenticator(clients.byId()), Map.of(JwtBearer.GRANT_TYPE, jwtBearer));
    return new ResourceAuthorizationServer(
        clients,
        endpoint::handle,
        audiences -> new TrustedIssuer(signatures, new ClaimsRules(authority.envelope(audiences))),
        authority.signer()::signed);
  }

  /** The server is a product. */
  static ResourceAuthorizationServer of(TokenSource product, Clients clients) {
    return new ResourceAuthorizationServer(clients, product::answer, product::trusted, () -> 0);
  }

  /** The name of the resource's server. */
  static String issuerOf(String resource) {
    return ISSUERS + resource + "/";
  }

  /** The resource of the server of the name. */
  static String resourceOf(String issuer) {
    return issuer.substring(ISSUERS.length(), issuer.length() - 1);
  }

  /** What its token endpoint answers. */
  public HTTPResponse answer(HTTPRequest request) {
    return endpoint.apply(request);
  }

  long tokensIssued() {
    return issued.getAsLong();
  }

  void registerClient(String client) {
    clients.register(client, List.of(JwtBearer.GRANT_TYPE), false, endpoint);
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
    return trusted.apply(audiences);
  }
}
