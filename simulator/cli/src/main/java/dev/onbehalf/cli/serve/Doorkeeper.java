package dev.onbehalf.cli.serve;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/**
 * Admits requests of the playground's own pages. A page of somebody else that has its name resolve
 * to this machine sends a foreign Host; one that calls here by address sends a foreign Origin.
 */
record Doorkeeper(int port) {
  /** Whether the request may be answered; one that changes or runs something must tell its page. */
  boolean admits(String method, Headers headers) {
    return only(headers, "Host").filter(this::isOurs).isPresent()
        && (headers.containsKey("Origin") ? comesFromUs(headers) : method.equals("GET"));
  }

  private boolean comesFromUs(Headers headers) {
    String origin = "http://" + only(headers, "Host").orElseThrow();
    return only(headers, "Origin").equals(Optional.of(origin));
  }

  private boolean isOurs(String host) {
    return host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port);
  }

  /** The value of a header that is there once. */
  private static Optional<String> only(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
