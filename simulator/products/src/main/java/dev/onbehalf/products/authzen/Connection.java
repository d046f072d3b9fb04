package dev.onbehalf.products.authzen;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;

/** The way to an engine. */
@FunctionalInterface
public interface Connection {
  /**
   * Posts JSON to a path below the engine's address.
   *
   * @throws ServerException if no answer arrives
   */
  Reply post(String path, String json) throws ServerException;
}
