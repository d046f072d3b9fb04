package dev.onbehalf.products.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;

/** A client of the token service, with its secret. */
public record Client(String id, String secret) {
  // RFC 6749 section 2.3.1: both encoded as in a form
  String authorization() {
    String both = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return id;
  }
}
