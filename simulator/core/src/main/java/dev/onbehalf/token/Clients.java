package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.jose.OperationMeter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The confidential clients of one authorization server, each with a secret of its own. */
final class Clients {
  private final Map<String, RegisteredClient> registered = new HashMap<>();
  private final Map<String, ClientConnection> connections = new HashMap<>();
  private final Supplier<String> secrets;
  private final OperationMeter meter;

  Clients(Supplier<String> secrets, OperationMeter meter) {
    this.secrets = secrets;
    this.meter = meter;
  }

  /** The clients by their identifiers, those to come included. */
  Map<String, RegisteredClient> byId() {
    return Collections.unmodifiableMap(registered);
  }

  /** Registers a client (RFC 6749 section 2) and gives it its way to the endpoint. */
  ClientConnection register(
      String id,
      List<String> grantTypes,
      boolean impersonates,
      Function<HTTPRequest, HTTPResponse> endpoint) {
    String secret = secrets.get();
    RegisteredClient client = new RegisteredClient(id, secret, grantTypes, impersonates);
    ClientConnection connection = new ClientConnection(client, secret, endpoint, meter);
    registered.put(id, client);
    connections.put(id, connection);
    return connection;
  }

  /** Disables a client: its secret, which it still has, is good for nothing any longer. */
  void disable(String id) {
    registered.remove(id);
  }

  ClientConnection connection(String id) {
    ClientConnection connection = connections.get(id);
    if (connection == null) {
      throw new IllegalArgumentException("expected a client, found " + PrintableText.quoted(id));
    }
    return connection;
  }
}
