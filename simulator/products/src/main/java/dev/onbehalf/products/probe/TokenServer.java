package dev.onbehalf.products.probe;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.net.URI;

/** The way to a token service. */
public interface TokenServer {
  /**
   * Asks for what lies at the address.
   *
   * @throws ServerException if no answer arrives
   */
  Reply get(URI address) throws ServerException;

  /**
   * Posts a form.
   *
   * @param authorization the header of that name, or an empty text for none
   * @throws ServerException if no answer arrives
   */
  Reply post(URI address, String authorization, String form) throws ServerException;
}
