package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request gets the error of RFC 6749 section 5.2 and RFC 8693 section 2.2.2. */
class TokenEndpointErrorTest {
  static Stream<BadRequest> rows() {
    return BadRequest.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void handle_badRequest_isAnsweredWithItsError(BadRequest row) throws ParseException {
    World world = World.fresh();
    HTTPResponse response = world.send(row.change().apply(world, world.exchange()));
    assertEquals(row.status(), response.getStatusCode(), response.getBody());
    assertEquals(row.code(), response.getBodyAsJSONObject().get("error"), response.getBody());
    assertEquals("no-store", response.getCacheControl());
    assertEquals(row.status() == 401, response.getWWWAuthenticate() != null);
  }

  @Test
  void handle_unchangedRequest_isGranted() {
    World world = World.fresh();
    assertEquals(200, world.send(world.exchange()).getStatusCode());
  }

  @Test
  void handle_bodyAtTheLimit_isGranted() {
    World world = World.fresh();
    assertEquals(
        200,
        world.send(BadRequest.filled(world.exchange(), BadRequest.BODY_LIMIT)).getStatusCode());
  }

  @Test
  void handle_refusedMethod_namesTheAllowedOne() {
    World world = World.fresh();
    HTTPResponse response = world.send(world.exchange().method(HTTPRequest.Method.GET));
    assertEquals("POST", response.getHeaderValue("Allow"));
  }

  @Test
  void handle_hostileNames_areNotEchoedRaw() {
    World world = World.fresh();
    HTTPResponse response = world.send(world.exchange().with("audience", "\u001b[2J\"\\é`\u202e"));
    String body = String.valueOf(response.getBody());
    assertTrue(body.chars().allMatch(c -> c >= ' ' && c < 0x7f), body);
  }

  @ParameterizedTest
  @EnumSource
  void handle_anyMethodWithoutBody_isAnswered(HTTPRequest.Method method) {
    HTTPRequest request = new HTTPRequest(method, URI.create("https://token.example/"));
    HTTPResponse response = World.fresh().service().endpoint().handle(request);
    assertTrue(response.getStatusCode() >= 400 && response.getStatusCode() < 500);
    assertNull(response.getWWWAuthenticate());
  }

  @Test
  void handle_mutatedRequests_areAnsweredWithoutServerError() {
    World world = World.fresh();
    String good = world.exchange().body();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      RawRequest request = RawRequest.of(world.agent("bar")).append(mutated(good, random));
      HTTPResponse response = world.send(request);
      assertTrue(response.getStatusCode() < 500);
      assertNotNull(response.getBody());
    }
  }

  @Test
  void handle_mutatedCredentials_areRefused() {
    World world = World.fresh();
    String good =
        new String(Base64.getDecoder().decode(credentials(world)), StandardCharsets.UTF_8);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      String bad = mutated(good, random);
      assertEquals(
          bad.equals(good), world.send(BadRequest.basic(world.exchange(), bad)).indicatesSuccess());
    }
  }

  private static String credentials(World world) {
    return RawRequest.header(world.agent("bar")).substring("Basic ".length());
  }

  private static String mutated(String good, Random random) {
    StringBuilder body = new StringBuilder(good);
    for (int i = random.nextInt(4); i >= 0; i--) {
      body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(0x180));
    }
    return body.toString();
  }
}
