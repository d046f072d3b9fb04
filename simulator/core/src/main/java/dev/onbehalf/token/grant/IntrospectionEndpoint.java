package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import java.util.Date;
import java.util.Map;

/** Answers resources who ask whether a token that they got still holds (RFC 7662 section 2). */
public record IntrospectionEndpoint(ClientAuthenticator authenticator, IssuedTokens tokens) {
  public HTTPResponse handle(HTTPRequest request) {
    try {
      FormParameters form = FormParameters.of(request);
      // RFC 7662 section 2.1: who asks must be authenticated, or tokens could be tried out
      RegisteredClient resource = authenticator.authenticate(request, form);
      return answer(resource, new CompactToken(form.required("token"))).toHTTPResponse();
    } catch (RefusedRequestException e) {
      return e.toHttpResponse();
    }
  }

  private TokenIntrospectionSuccessResponse answer(RegisteredClient resource, CompactToken token) {
    return tokens
        .find(token)
        .filter(known -> known.audience().equals(resource.id()))
        .filter(tokens::isActive)
        .map(IntrospectionEndpoint::active)
        // RFC 7662 section 2.2: nothing more, be it unknown, expired, revoked or somebody else's
        .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
  }

  private static TokenIntrospectionSuccessResponse active(VerifiedToken token) {
    TokenIntrospectionSuccessResponse.Builder answer =
        new TokenIntrospectionSuccessResponse.Builder(true)
            .scope(new Scope(token.scope().toArray(String[]::new)))
            .clientID(new ClientID(token.clientId()))
            .tokenType(
                token.boundTo().map(key -> AccessTokenType.DPOP).orElse(AccessTokenType.BEARER))
            .expirationTime(Date.from(token.expiresAt()))
            .issueTime(Date.from(token.issuedAt()))
            .subject(new Subject(token.subject()))
            .audience(Audience.create(token.audience()))
            .issuer(new Issuer(token.issuer()))
            .jwtID(new JWTID(token.id()));
    // RFC 8693 section 4.1, RFC 9449 section 6.2
    token.actor().ifPresent(actor -> answer.parameter("act", actor.toClaim()));
    token.boundTo().ifPresent(key -> answer.parameter("cnf", Map.of("jkt", key)));
    return answer.build();
  }
}
