package dev.onbehalf.products.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.StrictJson;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The token endpoint of a token service (RFC 6749 section 3.2). */
record TokenEndpoint(TokenServer server, Metadata metadata) {
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  /** What is no such word may be anything, a secret that is sent back, too. */
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

  /** Asks for a token, once. */
  Refusable<Issued> ask(Client client, Map<String, String> parameters) throws ServerException {
    Reply reply = post(client, parameters);
    if (!reply.isJson() || (reply.status() != 200 && !REFUSALS.contains(reply.status()))) {
      throw new ServerException("its token endpoint: answered " + oddity(reply.status()));
    }
    try {
      JsonObject answer = StrictJson.read("answer", reply.body().getBytes(UTF_8));
      return reply.status() == 200
          ? Refusable.of(issued(answer))
          : Refusable.refused(error(answer), "");
    } catch (InvalidTokenException e) {
      // its message might quote a token
      throw new ServerException("its token endpoint: answered nothing of RFC 6749 section 5");
    }
  }

  /** No word of it, as it might send back what it was sent. */
  private static String oddity(int status) {
    if (status / 100 == 3) {
      return status + ", a redirect, which isn't followed";
    }
    return REFUSALS.contains(status) || status == 200
        ? status + " and no JSON"
        : String.valueOf(status);
  }

  private Reply post(Client client, Map<String, String> parameters) throws ServerException {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    if (metadata.secretsInForm()) {
      form.put("client_id", client.id());
      form.put("client_secret", client.secret());
    }
    return server.post(
        metadata.tokenEndpoint(),
        metadata.secretsInForm() ? "" : client.authorization(),
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  private static Issued issued(JsonObject answer) throws InvalidTokenException {
    return new Issued(
        new CompactToken(answer.text("access_token")),
        answer.has("expires_in") ? Optional.of(answer.seconds("expires_in")) : Optional.empty());
  }

  private static String error(JsonObject answer) throws InvalidTokenException {
    return answer.optionalText("error").filter(ERROR.asMatchPredicate()).orElse("another code");
  }
}
