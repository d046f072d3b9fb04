package dev.onbehalf.cli.http;

import dev.onbehalf.products.authzen.Connection;
import dev.onbehalf.products.http.Address;
import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/** Asks one address. */
public final class HttpConnection implements Connection {
  private final Address address;
  private final Optional<String> token;
  private final Messages messages;

  /**
   * A connection to the address.
   *
   * @param token what it takes for a proof of who asks (RFC 6750), which is never shown
   */
  public HttpConnection(Address address, Optional<String> token) {
    this(address, token, Messages.PATIENCE);
  }

  HttpConnection(Address address, Optional<String> token, Duration patience) {
    this.address = address;
    this.token = token;
    messages = new Messages(patience);
  }

  @Override
  public Reply post(String path, String json) throws ServerException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json));
    token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
    return messages.send(request.build());
  }
}
