package dev.onbehalf.products.probe;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A token service on this machine, asked by the client of a library. */
public final class NimbusTokenServer implements TokenServer {
  @Override
  public Reply get(URI address) throws ServerException {
    return send(new HTTPRequest(HTTPRequest.Method.GET, address));
  }

  @Override
  public Reply post(URI address, String authorization, String form) throws ServerException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, address);
    request.setAuthorization(authorization);
    try {
      request.setContentType("application/x-www-form-urlencoded");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    request.setBody(form);
    return send(request);
  }

  private static Reply send(HTTPRequest request) throws ServerException {
    try {
      HTTPResponse answer = request.send();
      return new Reply(
          answer.getStatusCode(),
          String.valueOf(answer.getHeaderValue("Content-Type")),
          Optional.empty(),
          String.valueOf(answer.getBody()));
    } catch (IOException e) {
      throw new ServerException("can't be reached");
    }
  }
}
