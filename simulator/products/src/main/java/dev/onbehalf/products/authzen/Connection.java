package dev.onbehalf.products.authzen;

import java.util.Optional;

/** The way to an engine. */
@FunctionalInterface
public interface Connection {
  /**
   * Posts JSON to a path below the engine's address.
   *
   * @throws EngineException if no answer arrives
   */
  Reply post(String path, String json) throws EngineException;

  /** What came back, whatever it is. */
  record Reply(int status, String contentType, Optional<String> location, String body) {}
}
