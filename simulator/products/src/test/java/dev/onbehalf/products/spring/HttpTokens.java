package dev.onbehalf.products.spring;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenSource;
import dev.onbehalf.token.access.ClaimsReader;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.EnvelopeRules;
import dev.onbehalf.token.jose.HeaderRules;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JcaVerifier;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.PublicJwk;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.jose.StrictJson;
import dev.onbehalf.token.jose.TimeRules;
import dev.onbehalf.token.jose.TokenType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tokens of a Spring Authorization Server, asked for over HTTP. */
final class HttpTokens implements TokenSource {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final URI issuer;
  private final Parties parties;
  private final SignatureVerifier signatures;
  private final ClaimsReader claims;

  HttpTokens(SpringServer server) throws InvalidTokenException {
    issuer = server.issuer();
    parties = server.parties();
    claims = new SpringClaims(issuer.toString(), parties::isAgent);
    JsonObject key = key();
    signatures =
        new SignatureVerifier(
            new HeaderRules(TokenType.ACCESS_TOKEN, SigningAlgorithm.ES256, key.text("kid")),
            new JcaVerifier(
                SigningAlgorithm.ES256,
                SigningProvider.JDK,
                PublicJwk.read(key, SigningAlgorithm.ES256),
                new OperationMeter()),
            "the token service");
  }

  private JsonObject key() throws InvalidTokenException {
    HTTPResponse answer =
        send(new HTTPRequest(HTTPRequest.Method.GET, issuer.resolve("/oauth2/jwks")));
    return StrictJson.read("key set", answer.getBody().getBytes(StandardCharsets.UTF_8))
        .optionalObjects("keys")
        .orElseThrow()
        .get(0);
  }

  @Override
  public void register(ClientSecretBasic client, URI redirectUri) {
    parties.registerAgent(
        client.getClientID().getValue(), client.getClientSecret().getValue(), redirectUri);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    HTTPRequest sent = new HTTPRequest(request.getMethod(), issuer.resolve("/oauth2/token"));
    request.getHeaderMap().forEach((name, values) -> sent.setHeader(name, values.get(0)));
    sent.setBody(request.getBody());
    return send(sent);
  }

  @Override
  public Refusable<URI> authorize(String user, RunContext login, URI request) {
    HTTPRequest sent =
        new HTTPRequest(
            HTTPRequest.Method.GET, issuer.resolve("/oauth2/authorize?" + request.getRawQuery()));
    sent.setHeader(LoginFilter.HEADER, URLEncoder.encode(user, StandardCharsets.UTF_8));
    sent.setFollowRedirects(false);
    HTTPResponse answer = send(sent);
    URI location = answer.getLocation();
    return location == null
        ? Refusable.refused("access_denied", "the service answered " + answer.getStatusCode())
        : Refusable.of(fromIssuer(location));
  }

  // RFC 9207 section 2 lets a client with one issuer do without what this server leaves out
  private URI fromIssuer(URI location) {
    String said =
        location.getRawQuery().contains("iss=") ? "" : "&iss=" + encoded(issuer.toString());
    return URI.create(location + said);
  }

  @Override
  public IssuedToken loginToken(TokenDraft draft) {
    Map<String, String> asked = new TreeMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", TokenDraft.LOGIN_CLIENT);
    asked.put("redirect_uri", TokenDraft.LOGIN_CLIENT);
    asked.put("scope", String.join(" ", draft.scope()));
    asked.put("state", "state");
    asked.put("audience", draft.audience());
    draft.mayAct().ifPresent(agent -> asked.put("may_act", agent.subject()));
    URI answer =
        authorize(draft.subject(), RunContext.NONE, URI.create("/?" + query(asked))).orElseThrow();
    AccessToken token = redeem(answer);
    return new IssuedToken(
        new CompactToken(token.getValue()), token.getLifetime() - 1, draft.scope(), false);
  }

  private AccessToken redeem(URI answer) {
    try {
      AuthorizationCode code =
          AuthorizationResponse.parse(answer).toSuccessResponse().getAuthorizationCode();
      HTTPRequest request =
          new TokenRequest.Builder(
                  issuer.resolve("/oauth2/token"),
                  new ClientSecretBasic(
                      new ClientID(TokenDraft.LOGIN_CLIENT), new Secret(Parties.LOGIN_SECRET)),
                  new AuthorizationCodeGrant(code, URI.create(TokenDraft.LOGIN_CLIENT)))
              .build()
              .toHTTPRequest();
      return TokenResponse.parse(send(request)).toSuccessResponse().getTokens().getAccessToken();
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }

  private static String query(Map<String, String> parameters) {
    return String.join(
        "&",
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public TrustedIssuer trusted(List<String> audiences) {
    return new TrustedIssuer(
        signatures,
        new ClaimsRules(
            new EnvelopeRules(
                issuer.toString(),
                audiences,
                new TimeRules(Clock.systemUTC(), LIFETIME, Duration.ZERO)),
            claims));
  }

  private HTTPResponse send(HTTPRequest request) {
    try {
      return request.send();
    } catch (IOException e) {
      throw new UncheckedIOException("the token service at " + issuer + " doesn't answer", e);
    }
  }
}
