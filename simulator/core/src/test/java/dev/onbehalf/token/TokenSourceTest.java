package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TrustedIssuer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a product answers is a token, a refusal, or a failure told in one line. */
final class TokenSourceTest {
  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>Log in</html>",
    "200, application/json, {}",
    "302, text/html, moved",
    "401, text/html, <html>Who are you?</html>",
    "500, text/html, <html>Sorry</html>",
    "503, text/plain, busy"
  })
  void answerOfSomethingElse_failsInOneLine(int status, String type, String body)
      throws ParseException {
    AgentClient agent = client(status, type, body);
    assertEquals(
        "the token service gave no answer of RFC 6749",
        assertThrows(IllegalStateException.class, agent::actorToken).getMessage());
  }

  @Test
  void refusal_isAValue() throws ParseException {
    String body = "{\"error\":\"invalid_client\"}";
    assertEquals(
        "invalid_client",
        client(401, "application/json", body)
            .actorToken()
            .<String>fold(token -> "a token", Refusal::code));
  }

  private static AgentClient client(int status, String type, String body) throws ParseException {
    HTTPResponse answer = new HTTPResponse(status);
    answer.setContentType(type);
    answer.setBody(body);
    TokenService service =
        TokenService.before("https://other.example/", new Answering(answer), Clock.systemUTC());
    service.registerClient("bot");
    return service.client("bot");
  }

  /** A product that has one answer. */
  private record Answering(HTTPResponse response) implements TokenSource {
    @Override
    public void register(ClientSecretBasic client, URI redirectUri) {}

    @Override
    public HTTPResponse answer(HTTPRequest request) {
      return response;
    }

    @Override
    public Refusable<URI> authorize(String user, RunContext login, URI request) {
      return Refusable.refused("access_denied", "no");
    }

    @Override
    public IssuedToken loginToken(TokenDraft draft) {
      throw new IllegalStateException("no");
    }

    @Override
    public TrustedIssuer trusted(List<String> audiences) {
      throw new IllegalStateException("no");
    }
  }
}
