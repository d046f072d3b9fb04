package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.jose.CompactToken;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The client's side of the authorization code grant (RFC 6749 section 4.1) with PKCE (RFC 7636).
 */
final class CodeFlow {
  // the endpoint is called in process, so the address only completes the request
  private static final URI ADDRESS = URI.create("https://token.example/authorize");

  private final RegisteredClient client;
  private final Issuer issuer;
  private final ClientConnection tokenService;
  private final Supplier<String> secrets;

  CodeFlow(String issuer, ClientConnection tokenService, Supplier<String> secrets) {
    client = tokenService.client();
    this.issuer = new Issuer(issuer);
    this.tokenService = tokenService;
    this.secrets = secrets;
  }

  Refusable<CompactToken> token(UserSession user, String resource) {
    CodeVerifier verifier = new CodeVerifier(secrets.get());
    State state = new State(secrets.get());
    return user.authorize(request(resource, verifier, state))
        .flatMap(answer -> code(answer, state))
        .flatMap(code -> redeem(code, verifier));
  }

  // names are no absolute URIs, so not the `resource` of RFC 8707 but the `audience` of RFC 8693
  private URI request(String resource, CodeVerifier verifier, State state) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.id()))
        .endpointURI(ADDRESS)
        .redirectionURI(client.redirectUri())
        .state(state)
        .codeChallenge(verifier, CodeChallengeMethod.S256)
        .customParameter("audience", resource)
        .build()
        .toURI();
  }

  private Refusable<AuthorizationCode> code(URI answer, State state) {
    AuthorizationResponse response = parse(answer);
    // RFC 6749 section 10.12 and RFC 9207 section 2.4: the answer to this request, of this service
    if (!state.equals(response.getState()) || !issuer.equals(response.getIssuer())) {
      throw new IllegalStateException("the answer belongs to another request");
    }
    if (!response.indicatesSuccess()) {
      ErrorObject error = response.toErrorResponse().getErrorObject();
      return Refusable.refused(error.getCode(), error.getDescription());
    }
    return Refusable.of(response.toSuccessResponse().getAuthorizationCode());
  }

  private Refusable<CompactToken> redeem(AuthorizationCode code, CodeVerifier verifier) {
    return tokenService.send(
        tokenService.request(new AuthorizationCodeGrant(code, client.redirectUri(), verifier)));
  }

  private static AuthorizationResponse parse(URI answer) {
    try {
      return AuthorizationResponse.parse(answer);
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }
}
