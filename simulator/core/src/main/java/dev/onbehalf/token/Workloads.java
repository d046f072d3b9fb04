package dev.onbehalf.token;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The agents that have a certificate or a key of their own, and who vouches for them. */
final class Workloads {
  private final Registry registry;
  private final Map<String, Workload> workloads = new HashMap<>();
  private final Supplier<TlsServer> tlsServerMaker;
  private final WorkloadKeys keys;
  private Optional<TlsServer> tlsServer = Optional.empty();

  /**
   * Nobody, to begin with.
   *
   * @param tlsServerMaker makes the one server, when it is first needed
   */
  Workloads(Registry registry, Supplier<TlsServer> tlsServerMaker, WorkloadKeys keys) {
    this.registry = registry;
    this.tlsServerMaker = tlsServerMaker;
    this.keys = keys;
  }

  TlsServer tlsServer() {
    if (tlsServer.isEmpty()) {
      tlsServer = Optional.of(tlsServerMaker.get());
    }
    return tlsServer.get();
  }

  void registerCertificate(String agent) {
    Workload known = registered(agent);
    workloads.put(agent, known.with(tlsServer().certificate(agent)));
  }

  void registerKey(String agent) {
    Workload known = registered(agent);
    workloads.put(agent, known.with(keys.key(agent)));
  }

  Workload find(String agent) {
    Workload known = workloads.get(agent);
    if (known == null) {
      throw new IllegalArgumentException("expected a workload, found " + PlainText.quote(agent));
    }
    return known;
  }

  private Workload registered(String agent) {
    registry.addWorkload(agent);
    return workloads.getOrDefault(agent, new Workload(agent, Optional.empty(), Optional.empty()));
  }
}
