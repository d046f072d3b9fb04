package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.grant.AuthorizationCodes.Authorization;
import dev.onbehalf.token.registry.Registry;

/** A client redeems the code that a user's consent brought it (RFC 6749 section 4.1.3). */
public record CodeRedemption(AuthorizationCodes codes, Registry registry, TokenIssuer issuer)
    implements Grant {
  public static final String GRANT_TYPE = GrantType.AUTHORIZATION_CODE.getValue();

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    AuthorizationCodeGrant grant = read(form);
    Authorization authorization =
        codes
            .redeem(grant.getAuthorizationCode().getValue(), client.id())
            .filter(code -> registry.find(code.user()).isPresent())
            .orElseThrow(() -> invalid("an unused code of this client"));
    requireRedirectUri(client, form);
    requireVerifier(authorization, grant);
    return issuer
        .issue(
            TokenDraft.of(
                    authorization.user(),
                    authorization.resource(),
                    client.id(),
                    authorization.scope())
                .within(authorization.login())
                .boundTo(client.provedKey()))
        .granted();
  }

  // RFC 6749 section 4.1.3: both, as both stood in the authorization request; RFC 7636 section 4.5
  private static AuthorizationCodeGrant read(FormParameters form) throws RefusedRequestException {
    form.required("code");
    form.required("redirect_uri");
    form.required("code_verifier");
    try {
      return AuthorizationCodeGrant.parse(form.values());
    } catch (ParseException e) {
      throw RefusedRequestException.invalidRequest("expected the parameters of a code");
    }
  }

  private static void requireRedirectUri(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    if (!form.required("redirect_uri").equals(client.redirectUri().toString())) {
      throw invalid("the `redirect_uri` of the authorization request");
    }
  }

  // RFC 7636 section 4.6
  private static void requireVerifier(Authorization authorization, AuthorizationCodeGrant grant)
      throws RefusedRequestException {
    CodeChallenge challenge =
        CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier());
    if (!authorization.challenge().equals(challenge)) {
      throw invalid("the `code_verifier` of the challenge");
    }
  }

  private static RefusedRequestException invalid(String expected) {
    return RefusedRequestException.invalidGrant("expected " + expected);
  }
}
