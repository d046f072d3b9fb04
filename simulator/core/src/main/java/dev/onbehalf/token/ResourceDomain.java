package dev.onbehalf.token;

import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the resources have an authorization server of their own; it is started when somebody
 * registers there, because making its key takes time.
 */
final class ResourceDomain {
  private final Supplier<ResourceAuthorizationServer> start;
  private final Registry registry;
  private Optional<ResourceAuthorizationServer> server = Optional.empty();

  ResourceDomain(Registry registry, Supplier<ResourceAuthorizationServer> start) {
    this.registry = registry;
    this.start = start;
  }

  ResourceAuthorizationServer server() {
    if (server.isEmpty()) {
      registry.add(ResourceAuthorizationServer.ISSUER, Party.AUTHORIZATION_SERVER);
      server = Optional.of(start.get());
    }
    return server.get();
  }

  /** Registers a client, by the name that it has already: none is taken for another party's. */
  void registerClient(String client) {
    registry.require(client, Party.CLIENT);
    server().registerClient(client);
  }

  ClientConnection connection(String client) {
    return server().connection(client);
  }

  long tokensIssued() {
    return server.map(ResourceAuthorizationServer::tokensIssued).orElse(0L);
  }

  /** The server as an issuer for one of the audiences, if it was started. */
  Optional<TrustedIssuer> trusted(List<String> audiences) {
    return server.map(started -> started.trusted(audiences));
  }
}
