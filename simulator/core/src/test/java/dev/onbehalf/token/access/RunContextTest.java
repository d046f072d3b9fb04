package dev.onbehalf.token.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The context that the user's login vouches for reaches the resource as it is, or not at all. */
class RunContextTest {
  private static final SortedMap<String, String> BATCH =
      new TreeMap<>(Map.of("mode", "batch", "type", "nightly"));

  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");
  private final AgentClient bar = world.agent("bar");

  private CompactToken forged(String details) {
    return world.forge().sign(Forge.claims().with("authorization_details", details));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "5",
        "\"run_context\"",
        "{}",
        "{\"type\":\"run_context\",\"context\":{\"mode\":\"batch\"}}",
        "[]",
        "[[]]",
        "[5]",
        "[null]",
        "[{}]",
        "[{\"type\":\"run_context\"}]",
        "[{\"type\":\"run_context\",\"context\":{}}]",
        "[{\"type\":\"run_context\",\"context\":\"batch\"}]",
        "[{\"type\":\"run_context\",\"context\":[\"batch\"]}]",
        "[{\"type\":\"run_context\",\"context\":null}]",
        "[{\"context\":{\"mode\":\"batch\"}}]",
        "[{\"type\":5,\"context\":{\"mode\":\"batch\"}}]",
        "[{\"type\":\"payment\",\"context\":{\"mode\":\"batch\"}}]",
        "[{\"type\":\"RUN_CONTEXT\",\"context\":{\"mode\":\"batch\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":\"batch\"},\"actions\":[\"x\"]}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":true}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":5}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":null}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":\"\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"\":\"batch\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":\"ba\\u0000tch\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mo\\u202ede\":\"batch\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":{\"mode\":\"batch\"}}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":[\"batch\"]}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":\"batch\",\"mode\":\"x\"}}]",
        "[{\"type\":\"run_context\",\"context\":{\"mode\":\"batch\"}},"
            + "{\"type\":\"run_context\",\"context\":{\"mode\":\"interactive\"}}]"
      })
  void details_unexpected_areRefused(String details) {
    assertThrows(InvalidTokenException.class, () -> world.atFiles(forged(details)));
  }

  private static String context(int members, int length) {
    StringBuilder context = new StringBuilder();
    for (int i = 0; i < members; i++) {
      context.append(i == 0 ? "" : ",").append("\"a").append(i).append("\":\"");
      context.append("x".repeat(length)).append('"');
    }
    return "[{\"type\":\"run_context\",\"context\":{" + context + "}}]";
  }

  @Test
  void details_beyondTheBounds_areRefused() throws InvalidTokenException {
    assertEquals(64, world.atFiles(forged(context(64, 1))).context().size());
    assertThrows(InvalidTokenException.class, () -> world.atFiles(forged(context(65, 1))));
    assertEquals(Map.of("a0", "x".repeat(256)), world.atFiles(forged(context(1, 256))).context());
    assertThrows(InvalidTokenException.class, () -> world.atFiles(forged(context(1, 257))));
  }

  @Test
  void exchange_askingForDetails_isRefused() throws ParseException {
    String wider = "[{\"type\":\"run_context\",\"context\":{\"mode\":\"interactive\"}}]";
    HTTPResponse answer = world.send(world.exchange().with("authorization_details", wider));
    assertEquals(400, answer.getStatusCode());
    assertEquals("invalid_authorization_details", answer.getBodyAsJSONObject().get("error"));
  }

  @Test
  void token_withoutContext_hasNone() throws InvalidTokenException {
    assertEquals(Map.of(), world.atFiles(alice.accessToken("files")).context());
    assertEquals(
        alice.accessToken("files"), alice.accessToken("files", new TreeMap<String, String>()));
  }

  @Test
  void usersToken_withContext_carriesIt() throws InvalidTokenException {
    assertEquals(BATCH, world.atFiles(alice.accessToken("files", BATCH)).context());
  }

  @Test
  void exchange_overTwoHops_keepsTheContext() throws InvalidTokenException {
    AgentClient planner = world.agent("planner");
    CompactToken first = alice.subjectToken("planner", "files", BATCH);
    CompactToken second =
        planner.exchange(first, planner.actorToken().orElseThrow(), "bar", "").orElseThrow();
    CompactToken last =
        bar.exchange(second, bar.actorToken().orElseThrow(), "files", "").orElseThrow();
    assertEquals(BATCH, world.atFiles(last).context());
  }

  @Test
  void impersonation_keepsTheContext() throws InvalidTokenException {
    CompactToken token =
        bar.impersonate(alice.subjectToken("bar", "files", BATCH), "files", "files").orElseThrow();
    assertEquals(BATCH, world.atFiles(token).context());
  }
}
