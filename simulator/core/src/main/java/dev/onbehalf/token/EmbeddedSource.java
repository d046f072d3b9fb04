package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.AuthorizationEndpoint;
import dev.onbehalf.token.grant.RefusedRequestException;
import dev.onbehalf.token.grant.TokenEndpoint;
import dev.onbehalf.token.jose.SignatureVerifier;
import java.net.URI;
import java.util.List;

/** The tokens of our own service; who is registered, it knows. */
record EmbeddedSource(
    TokenEndpoint endpoint,
    AuthorizationEndpoint authorizationEndpoint,
    TokenIssuer issuer,
    SignatureVerifier signatures)
    implements TokenSource {
  @Override
  public void register(ClientSecretBasic client, URI redirectUri) {}

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    return endpoint.handle(request);
  }

  @Override
  public Refusable<URI> authorize(String user, RunContext login, URI request) {
    try {
      return Refusable.of(authorizationEndpoint.handle(user, login, request));
    } catch (RefusedRequestException e) {
      return Refusable.refused(e.errorObject().getCode(), e.errorObject().getDescription());
    }
  }

  @Override
  public IssuedToken loginToken(TokenDraft draft) {
    return issuer.issue(draft);
  }

  @Override
  public TrustedIssuer trusted(List<String> audiences) {
    return new TrustedIssuer(signatures, new ClaimsRules(issuer.authority().envelope(audiences)));
  }
}
