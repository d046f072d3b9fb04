package dev.onbehalf.products.server;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenSource;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.ExchangeGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tokens of a realm whose agents name the user in Keycloak's own {@code requested_subject},
 * with a token of theirs and none of the user's, and exchange what they get for the audience.
 */
record ImpersonatingTokens(KeycloakTokens keycloak) implements TokenSource {
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  @Override
  public void register(ClientSecretBasic client, URI redirectUri) {
    keycloak.register(client, redirectUri);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    Map<String, List<String>> asked = URLUtils.parseParameters(request.getBody());
    if (!asked.get("grant_type").contains(ExchangeGrant.GRANT_TYPE)) {
      return keycloak.answer(request);
    }
    String user = subject(asked.get("subject_token").get(0));
    HTTPResponse own = send(request, Map.of("grant_type", List.of("client_credentials")));
    HTTPResponse impersonated =
        send(request, exchange(token(own).orElseThrow(), Map.of("requested_subject", user)));
    return token(impersonated)
        .map(
            token ->
                send(request, exchange(token, Map.of("audience", asked.get("audience").get(0)))))
        .orElse(impersonated);
  }

  /** Whom the agent has heard of; nobody asks for the proof. */
  private static String subject(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<String>> exchange(String token, Map<String, String> more) {
    Map<String, List<String>> parameters = new TreeMap<>();
    parameters.put("grant_type", List.of(ExchangeGrant.GRANT_TYPE));
    parameters.put("subject_token", List.of(token));
    parameters.put("subject_token_type", List.of(ACCESS_TOKEN));
    more.forEach((name, value) -> parameters.put(name, List.of(value)));
    return parameters;
  }

  private HTTPResponse send(HTTPRequest request, Map<String, List<String>> parameters) {
    HTTPRequest sent = new HTTPRequest(HTTPRequest.Method.POST, request.getURI());
    sent.setAuthorization(request.getAuthorization());
    sent.setHeader("Content-Type", "application/x-www-form-urlencoded");
    sent.setBody(URLUtils.serializeParameters(parameters));
    return keycloak.answer(sent);
  }

  private static Optional<String> token(HTTPResponse answer) {
    try {
      TokenResponse response = TokenResponse.parse(answer);
      return response.indicatesSuccess()
          ? Optional.of(response.toSuccessResponse().getTokens().getAccessToken().getValue())
          : Optional.empty();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Refusable<URI> authorize(String user, RunContext login, URI request) {
    return keycloak.authorize(user, login, request);
  }

  @Override
  public IssuedToken loginToken(TokenDraft draft) {
    return keycloak.loginToken(draft);
  }

  @Override
  public TrustedIssuer trusted(List<String> audiences) {
    return keycloak.trusted(audiences);
  }
}
