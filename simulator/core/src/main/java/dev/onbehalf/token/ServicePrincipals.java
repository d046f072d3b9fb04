package dev.onbehalf.token;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.kerberos.KeyDistributionCenter;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The agents that are principals of a KDC, which is started when it is first needed. */
final class ServicePrincipals {
  private final Registry registry;
  private final OperationMeter meter;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<SecureRandom> randoms;
  private final Map<String, ServicePrincipal> principals = new HashMap<>();
  private Optional<KeyDistributionCenter> center = Optional.empty();

  ServicePrincipals(
      Registry registry,
      OperationMeter meter,
      Clock clock,
      Duration lifetime,
      Supplier<SecureRandom> randoms) {
    this.registry = registry;
    this.meter = meter;
    this.clock = clock;
    this.lifetime = lifetime;
    this.randoms = randoms;
  }

  KeyDistributionCenter center() {
    if (center.isEmpty()) {
      center = Optional.of(new KeyDistributionCenter(this::hasKey, clock, lifetime, randoms.get()));
    }
    return center.get();
  }

  private boolean hasKey(String name) {
    return registry
        .find(name)
        .filter(party -> party == Party.USER || party == Party.RESOURCE)
        .isPresent();
  }

  long ticketsIssued() {
    return center.map(KeyDistributionCenter::issued).orElse(0L);
  }

  void register(String agent) {
    registry.addWorkload(agent);
    principals.put(agent, new ServicePrincipal(agent, center().register(agent), meter));
  }

  ServicePrincipal find(String agent) {
    ServicePrincipal known = principals.get(agent);
    if (known == null) {
      throw new IllegalArgumentException(
          "expected an agent with a keytab, found " + PrintableText.quoted(agent));
    }
    return known;
  }
}
