package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.grant.AuthorizationCodes.Authorization;
import dev.onbehalf.token.registry.Consents;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a user who is logged in lets a client have a token (RFC 6749 section 4.1). */
public final class AuthorizationEndpoint {
  private final Issuer issuer;
  private final Map<String, RegisteredClient> clients;
  private final Registry registry;
  private final Consents consents;
  private final AuthorizationCodes codes;

  public AuthorizationEndpoint(
      String issuer,
      Map<String, RegisteredClient> clients,
      Registry registry,
      Consents consents,
      AuthorizationCodes codes) {
    this.issuer = new Issuer(issuer);
    this.clients = clients;
    this.registry = registry;
    this.consents = consents;
    this.codes = codes;
  }

  /**
   * The address that the user's browser is sent to.
   *
   * @param login what the user's login knows of the context
   * @throws RefusedRequestException when it must not be sent anywhere, since nobody registered the
   *     address (RFC 6749 section 4.1.2.1)
   */
  public URI handle(String user, RunContext login, URI request) throws RefusedRequestException {
    FormParameters parameters =
        FormParameters.parse(Optional.ofNullable(request.getRawQuery()).orElse(""));
    RegisteredClient client = client(parameters);
    return answer(user, login, client, parameters).toURI();
  }

  private RegisteredClient client(FormParameters parameters) throws RefusedRequestException {
    RegisteredClient client = clients.get(parameters.required("client_id"));
    if (client == null || !client.mayUse(CodeRedemption.GRANT_TYPE)) {
      throw RefusedRequestException.invalidRequest("expected a client that may ask for codes");
    }
    // RFC 9700 section 2.1: compared as strings
    if (!parameters.required("redirect_uri").equals(client.redirectUri().toString())) {
      throw RefusedRequestException.invalidRequest("expected the registered `redirect_uri`");
    }
    return client;
  }

  private AuthorizationResponse answer(
      String user, RunContext login, RegisteredClient client, FormParameters parameters) {
    URI target = client.redirectUri();
    State state = state(parameters);
    try {
      AuthorizationCode code =
          new AuthorizationCode(codes.issue(authorization(user, login, client, parameters)));
      // RFC 9207 section 2: with the issuer, against mix-up
      return new AuthorizationSuccessResponse(
          target, code, null, state, issuer, ResponseMode.QUERY);
    } catch (RefusedRequestException e) {
      return new AuthorizationErrorResponse(
          target, e.errorObject(), state, issuer, ResponseMode.QUERY);
    }
  }

  private static @Nullable State state(FormParameters parameters) {
    return parameters.optional("state").map(State::new).orElse(null);
  }

  private Authorization authorization(
      String user, RunContext login, RegisteredClient client, FormParameters parameters)
      throws RefusedRequestException {
    requireCode(parameters);
    CodeChallenge challenge = challenge(parse(parameters));
    TokenTarget target =
        TokenTarget.of(parameters, registry).require(Party.RESOURCE, Party.RESOURCE);
    List<String> scope = RequestedScope.within(List.of(Scope.of(target.name())), parameters);
    requireConsent(user, client);
    return new Authorization(user, login, client.id(), target.name(), scope, challenge);
  }

  // RFC 6749 section 4.1.2.1
  private static void requireCode(FormParameters parameters) throws RefusedRequestException {
    if (!parameters.required("response_type").equals("code")) {
      throw new RefusedRequestException(
          400, "unsupported_response_type", "expected the response type `code`");
    }
  }

  private static AuthorizationRequest parse(FormParameters parameters)
      throws RefusedRequestException {
    try {
      return AuthorizationRequest.parse(parameters.values());
    } catch (ParseException e) {
      throw RefusedRequestException.invalidRequest("expected an authorization request");
    }
  }

  // RFC 7636 section 4.4.1; RFC 9700 section 2.1.1: a challenge that doesn't give the verifier away
  private static CodeChallenge challenge(AuthorizationRequest request)
      throws RefusedRequestException {
    if (request.getCodeChallenge() == null
        || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
      throw RefusedRequestException.invalidRequest("expected a `code_challenge` by S256");
    }
    return request.getCodeChallenge();
  }

  private void requireConsent(String user, RegisteredClient client) throws RefusedRequestException {
    if (!consents.isGiven(user, client.id())) {
      throw new RefusedRequestException(
          403, "access_denied", "expected the user's consent to this client");
    }
  }
}
