package dev.onbehalf.products.server;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.onbehalf.products.keycloak.Realm;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenSource;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.Scope;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tokens of a realm of Keycloak, asked for over HTTP. */
final class KeycloakTokens implements TokenSource {
  /**
   * A second more than the realm says: {@code iat} and {@code exp} are taken from the clock one
   * after the other, and sometimes a second begins in between.
   */
  private static final Duration LONGEST_LIFETIME = Duration.ofSeconds(301);

  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private final String issuer;
  private final Population population;

  KeycloakTokens(URI issuer, Population population) {
    this.issuer = issuer.toString();
    this.population = population;
  }

  private URI endpoint(String name) {
    return URI.create(issuer + "/protocol/openid-connect/" + name);
  }

  /** Whoever is registered stands in the realm file, with another secret. */
  @Override
  public void register(ClientSecretBasic client, URI redirectUri) {}

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    HTTPRequest sent = new HTTPRequest(HTTPRequest.Method.POST, endpoint("token"));
    try {
      ClientID client = ClientSecretBasic.parse(request.getAuthorization()).getClientID();
      sent.setAuthorization(credentials(client).toHTTPAuthorizationHeader());
      sent.setContentType("application/x-www-form-urlencoded");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    sent.setBody(
        URLUtils.serializeParameters(withScope(URLUtils.parseParameters(request.getBody()))));
    return send(sent);
  }

  private static ClientSecretBasic credentials(ClientID client) {
    return new ClientSecretBasic(client, new Secret(RealmFile.secretOf(client.getValue())));
  }

  /** An audience is got by its scope; the service itself is none. */
  private Map<String, List<String>> withScope(Map<String, List<String>> parameters) {
    Map<String, List<String>> scoped = new TreeMap<>(parameters);
    String scope = scopeTo(parameters.getOrDefault("audience", List.of("")).get(0));
    if (scope.isEmpty()) {
      scoped.remove("scope");
    } else {
      scoped.put("scope", List.of(scope));
    }
    return scoped;
  }

  private String scopeTo(String audience) {
    if (population.agents().contains(audience)) {
      return Realm.scopeToAgent(audience);
    }
    return population.resources().contains(audience) ? Scope.of(audience) : "";
  }

  @Override
  public Refusable<URI> authorize(String user, RunContext login, URI request) {
    Map<String, List<String>> asked = withScope(URLUtils.parseParameters(request.getRawQuery()));
    HTTPResponse page =
        send(
            new HTTPRequest(
                HTTPRequest.Method.GET,
                URI.create(endpoint("auth") + "?" + URLUtils.serializeParameters(asked))));
    Matcher form = FORM.matcher(String.valueOf(page.getBody()));
    if (!form.find()) {
      return Refusable.refused("access_denied", "the service shows no login page");
    }
    URI location = login(user, form.group(1).replace("&amp;", "&"), page).getLocation();
    return location == null
        ? Refusable.refused("access_denied", "the service takes no login")
        : Refusable.of(location);
  }

  private HTTPResponse login(String user, String action, HTTPResponse page) {
    HTTPRequest login = new HTTPRequest(HTTPRequest.Method.POST, URI.create(action));
    login.setHeader("Cookie", cookies(page));
    login.setHeader("Content-Type", "application/x-www-form-urlencoded");
    login.setBody(
        URLUtils.serializeParameters(
            Map.of("username", List.of(user), "password", List.of(RealmFile.secretOf(user)))));
    login.setFollowRedirects(false);
    return send(login);
  }

  private static String cookies(HTTPResponse page) {
    return page.getHeaderMap().entrySet().stream()
        .filter(header -> "set-cookie".equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }

  @Override
  public IssuedToken loginToken(TokenDraft draft) {
    TokenRequest request =
        new TokenRequest.Builder(
                endpoint("token"),
                credentials(new ClientID(TokenDraft.LOGIN_CLIENT)),
                new ResourceOwnerPasswordCredentialsGrant(
                    draft.subject(), new Secret(RealmFile.secretOf(draft.subject()))))
            .scope(com.nimbusds.oauth2.sdk.Scope.parse(scopeTo(draft.audience())))
            .build();
    try {
      AccessToken token =
          TokenResponse.parse(send(request.toHTTPRequest()))
              .toSuccessResponse()
              .getTokens()
              .getAccessToken();
      return new IssuedToken(
          new CompactToken(token.getValue()), token.getLifetime() - 1, draft.scope(), false);
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }

  @Override
  public TrustedIssuer trusted(List<String> audiences) {
    return new TrustedIssuer(
        signatures(),
        new ClaimsRules(
            new EnvelopeRules(
                issuer,
                audiences,
                new TimeRules(Clock.systemUTC(), LONGEST_LIFETIME, Duration.ZERO)),
            new KeycloakClaims()));
  }

  private SignatureVerifier signatures() {
    try {
      JsonObject key = key();
      return new SignatureVerifier(
          new HeaderRules(TokenType.ACCESS_TOKEN, SigningAlgorithm.ES256, key.text("kid")),
          new JcaVerifier(
              SigningAlgorithm.ES256,
              SigningProvider.JDK,
              PublicJwk.read(key, SigningAlgorithm.ES256),
              new OperationMeter()),
          "the token service");
    } catch (InvalidTokenException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject key() throws InvalidTokenException {
    HTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, endpoint("certs")));
    for (JsonObject key :
        StrictJson.read("key set", answer.getBody().getBytes(StandardCharsets.UTF_8))
            .optionalObjects("keys")
            .orElseThrow()) {
      if (key.text("alg").equals("ES256")) {
        return key;
      }
    }
    throw new IllegalStateException("the token service has no key for ES256");
  }

  private static HTTPResponse send(HTTPRequest request) {
    try {
      return request.send();
    } catch (IOException e) {
      throw new UncheckedIOException("the token service doesn't answer", e);
    }
  }
}
