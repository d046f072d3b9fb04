package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.Refusal;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client gets tokens in its own name only (RFC 6749 section 4.4). */
class ClientCredentialsTest {
  private final World world = World.fresh();

  private RawRequest request() {
    return RawRequest.of(world.agent("bar")).with("grant_type", ClientCredentials.GRANT_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere,'',invalid_target",
    "alice,'',invalid_target",
    "baz,'',invalid_target",
    "bar,'',invalid_target",
    "files,mail,invalid_scope",
    "files,files mail,invalid_scope",
    "https://token.example/,files,invalid_scope",
    "'','',invalid_target"
  })
  void handle_targetOrScopeBeyondTheClients_isRefused(String audience, String scope, String code)
      throws ParseException {
    HTTPResponse response = world.send(request().with("audience", audience).with("scope", scope));
    assertEquals(400, response.getStatusCode());
    assertEquals(code, response.getBodyAsJSONObject().get("error"));
  }

  @Test
  void accessToken_unknownResource_isAnErrorAnswer() {
    assertEquals(
        new Refusal("invalid_target", "expected a registered target, found `nowhere`"),
        World.refusal(world.agent("bar").accessToken("nowhere")));
  }

  @Test
  void actorToken_atAResource_isRefused() {
    CompactToken token = world.agent("bar").actorToken().orElseThrow();
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  @Test
  void accessToken_atTheResource_isTheClientsOwn() throws InvalidTokenException {
    VerifiedToken token = world.atFiles(world.agent("bar").accessToken("files").orElseThrow());
    assertEquals("bar", token.subject());
    assertEquals("bar", token.clientId());
    assertEquals(List.of("files"), token.scope());
    assertEquals(Optional.empty(), token.actor());
  }

  @Test
  void handle_narrowerScope_isGrantedAndStated() throws ParseException {
    HTTPResponse response =
        world.send(request().with("audience", "files").with("scope", "files:read"));
    assertEquals("files:read", response.getBodyAsJSONObject().get("scope"));
    assertEquals("no-store", response.getCacheControl());
    // RFC 6749 section 5.1 knows no type of the issued token
    assertFalse(response.getBodyAsJSONObject().containsKey("issued_token_type"));
  }

  @Test
  void accessToken_clientNamedLikeAUri_isAuthenticated() throws InvalidTokenException {
    world.service().registerClient("spiffe://corp/agent+1~x");
    CompactToken token = world.agent("spiffe://corp/agent+1~x").accessToken("files").orElseThrow();
    assertEquals("spiffe://corp/agent+1~x", world.atFiles(token).subject());
  }
}
