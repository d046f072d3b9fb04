package dev.onbehalf.cli.http;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends messages, follows no redirect, and waits and reads only so long. */
final class Messages {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_BYTES = 1 << 20;

  private final Duration patience;
  private final HttpClient client;

  Messages(Duration patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  Reply send(HttpRequest request) throws ServerException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, response -> new BoundedBody(MOST_BYTES));
    try {
      return reply(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ServerException("no answer within " + patience.toMillis() / 1000.0 + " seconds");
    } catch (ExecutionException e) {
      throw new ServerException(problem(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted before an answer came");
    }
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
