package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Foreign clients and foreign token services could take either side of the conversation. */
class TokenMessageTest {
  private static final URI ENDPOINT = URI.create("https://token.example/token");

  private final World world = World.fresh();

  private TokenExchangeGrant grant() {
    return new TokenExchangeGrant(
        new BearerAccessToken(world.subjectToken().value()),
        TokenTypeURI.ACCESS_TOKEN,
        new BearerAccessToken(world.agent("bar").actorToken().orElseThrow().value()),
        TokenTypeURI.JWT,
        null,
        Audience.create("files"));
  }

  private HTTPRequest request() {
    return new TokenRequest.Builder(ENDPOINT, world.agent("bar").authentication(), grant())
        .scope(com.nimbusds.oauth2.sdk.Scope.parse("files:read"))
        .build()
        .toHTTPRequest();
  }

  @Test
  void handle_exchangeOfAForeignClient_isAnsweredWithAToken()
      throws ParseException, InvalidTokenException {
    HTTPResponse response = world.service().endpoint().handle(request());
    AccessTokenResponse answer =
        assertInstanceOf(AccessTokenResponse.class, TokenResponse.parse(response));
    BearerAccessToken token = answer.getTokens().getBearerAccessToken();
    assertEquals(TokenTypeURI.ACCESS_TOKEN, token.getIssuedTokenType());
    assertEquals(List.of("files:read"), token.getScope().toStringList());
    VerifiedToken verified = world.atFiles(new CompactToken(token.getValue()));
    assertEquals("bar", verified.actor().orElseThrow().subject());
  }

  @Test
  void handle_refusedExchangeOfAForeignClient_isAnsweredWithAnError() throws ParseException {
    HTTPRequest request = request();
    request.setBody(request.getBody().replace("files", "nowhere"));
    HTTPResponse response = world.service().endpoint().handle(request);
    TokenErrorResponse answer =
        assertInstanceOf(TokenErrorResponse.class, TokenResponse.parse(response));
    assertEquals("invalid_target", answer.getErrorObject().getCode());
  }

  @Test
  void exchange_unknownAudience_isRefusedWithTheCodeOfTheAnswer() {
    AgentClient bar = world.agent("bar");
    CompactToken actor = bar.actorToken().orElseThrow();
    assertEquals(
        "invalid_target",
        World.refusal(bar.exchange(world.subjectToken(), actor, "nowhere", "")).code());
  }
}
