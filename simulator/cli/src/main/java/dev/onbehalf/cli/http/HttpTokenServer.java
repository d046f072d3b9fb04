package dev.onbehalf.cli.http;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.products.probe.TokenServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Asks the endpoints of a token service. */
public final class HttpTokenServer implements TokenServer {
  private final Messages messages;

  public HttpTokenServer() {
    this(Messages.PATIENCE);
  }

  HttpTokenServer(Duration patience) {
    messages = new Messages(patience);
  }

  @Override
  public Reply get(URI address) throws ServerException {
    return messages.send(request(address).build());
  }

  @Override
  public Reply post(URI address, String authorization, String form) throws ServerException {
    HttpRequest.Builder request =
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return messages.send(request.build());
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "application/json");
  }
}
