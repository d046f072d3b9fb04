package dev.onbehalf.token;

import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where each resource has an authorization server of its own; it is started when somebody registers
 * there, because making its key takes time.
 */
final class ResourceDomain {
  private final Function<String, ResourceAuthorizationServer> start;
  private final Registry registry;
  private final SortedMap<String, ResourceAuthorizationServer> servers = new TreeMap<>();

  ResourceDomain(Registry registry, Function<String, ResourceAuthorizationServer> start) {
    this.registry = registry;
    this.start = start;
  }

  ResourceAuthorizationServer server(String resource) {
    registry.require(resource, Party.RESOURCE);
    return servers.computeIfAbsent(resource, this::started);
  }

  private ResourceAuthorizationServer started(String resource) {
    registry.add(ResourceAuthorizationServer.issuerOf(resource), Party.AUTHORIZATION_SERVER);
    return start.apply(resource);
  }

  /** Registers a client, by the name that it has already: none is taken for another party's. */
  void registerClient(String client, String resource) {
    registry.require(client, Party.CLIENT);
    server(resource).registerClient(client);
  }

  void disableClient(String client, String resource) {
    server(resource).disableClient(client);
  }

  ClientConnection connection(String client, String resource) {
    return server(resource).connection(client);
  }

  long tokensIssued() {
    return servers.values().stream().mapToLong(ResourceAuthorizationServer::tokensIssued).sum();
  }

  /** The audience's own server as an issuer, if it was started. */
  Optional<TrustedIssuer> trusted(String audience) {
    return Optional.ofNullable(servers.get(audience))
        .map(server -> server.trusted(List.of(audience)));
  }
}
