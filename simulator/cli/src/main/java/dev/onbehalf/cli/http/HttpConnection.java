package dev.onbehalf.cli.http;

import dev.onbehalf.products.authzen.Connection;
import dev.onbehalf.products.authzen.EngineException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks one address, follows no redirect, and waits and reads only so long. */
public final class HttpConnection implements Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;

  private final Address address;
  private final Optional<String> token;
  private final Duration patience;
  private final HttpClient client;

  /**
   * A connection to the address.
   *
   * @param token what it takes for a proof of who asks (RFC 6750), which is never shown
   */
  public HttpConnection(Address address, Optional<String> token) {
    this(address, token, PATIENCE);
  }

  HttpConnection(Address address, Optional<String> token, Duration patience) {
    this.address = address;
    this.token = token;
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public Reply post(String path, String json) throws EngineException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request(path, json), response -> new BoundedBody(MOST_BYTES));
    try {
      return reply(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new EngineException("no answer within " + patience.toMillis() / 1000.0 + " seconds");
    } catch (ExecutionException e) {
      throw new EngineException(problem(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted before an answer came");
    }
  }

  private HttpRequest request(String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json));
    token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
    return request.build();
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Location"),
        response.body());
  }

  private static String problem(@Nullable Throwable cause) {
    if (cause instanceof BoundedBody.TooLongException) {
      return "the answer has more than " + MOST_BYTES + " bytes";
    }
    if (cause instanceof SSLException) {
      return "can't be trusted: " + cause.getMessage();
    }
    return "can't be reached"
        + Optional.ofNullable(cause).map(Throwable::getMessage).map(why -> ": " + why).orElse("");
  }
}
