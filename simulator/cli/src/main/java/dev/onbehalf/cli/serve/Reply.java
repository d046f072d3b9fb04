package dev.onbehalf.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What a request is answered with. */
record Reply(int status, String type, String body, String policy) {
  /** Of what isn't a page. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  static Reply of(String type, String body) {
    return new Reply(200, type, body, NOTHING);
  }

  static Reply json(String body) {
    return of("application/json", body);
  }

  static Reply refusal(int status, String reason) {
    return new Reply(status, "text/plain", reason + "\n", NOTHING);
  }

  /** A page under its content security policy. */
  static Reply page(String body, String policy) {
    return new Reply(200, "text/html", body, policy);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
