package dev.onbehalf.cli.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A token service that takes every exchange and names nobody but the user; it can be spoiled. */
public final class ProbedServer implements AutoCloseable {
  public static final String METADATA = "/.well-known/oauth-authorization-server";
  public static final String OPENID_METADATA = "/.well-known/openid-configuration";
  public static final String KEYS = "/keys";
  public static final String TOKEN = "/token";

  private final Map<String, HttpHandler> spoiled = new ConcurrentHashMap<>();
  private final Map<String, Object> metadata = new TreeMap<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final EngineServer server = new EngineServer(this::answer);
  private final ECKey key;

  public ProbedServer() throws IOException, JOSEException {
    this(Instant.now().plusSeconds(3600));
  }

  /** One whose key expires then. */
  public ProbedServer(Instant keyExpiry) throws IOException, JOSEException {
    key =
        new ECKeyGenerator(Curve.P_256)
            .keyID("one")
            .algorithm(JWSAlgorithm.ES256)
            .expirationTime(Date.from(keyExpiry))
            .generate();
    metadata.put("issuer", address());
    metadata.put("token_endpoint", address() + TOKEN);
    metadata.put("jwks_uri", address() + KEYS);
  }

  /** Says something else of itself. */
  public ProbedServer saying(String member, Object value) {
    metadata.put(member, value);
    return this;
  }

  /** Answers something else there. */
  public ProbedServer answering(String path, HttpHandler handler) {
    spoiled.put(path, handler);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    spoiled.getOrDefault(path, this::answerWell).handle(exchange);
  }

  private void answerWell(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case METADATA -> EngineServer.send(exchange, 200, json(metadata));
      case KEYS -> EngineServer.send(exchange, 200, "{\"keys\":[" + key.toPublicJWK() + "]}");
      case TOKEN -> EngineServer.send(exchange, 200, issue(form(exchange)));
      default -> EngineServer.send(exchange, 404, "{}");
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    return Arrays.stream(body.split("&"))
        .map(one -> one.split("=", 2))
        .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
  }

  private String issue(Map<String, String> form) {
    issued.incrementAndGet();
    boolean own = "client_credentials".equals(form.get("grant_type"));
    return json(
        Map.of(
            "access_token",
            token(
                Map.of(
                    "sub", own ? "agent" : "wei.lin", "aud", form.getOrDefault("audience", "all"))),
            "expires_in",
            300));
  }

  /** A token with the claims, signed by the server. */
  public String token(Map<String, Object> claims) {
    try {
      JWSObject token =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), new Payload(claims));
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /** How many tokens it issued. */
  public int issued() {
    return issued.get();
  }

  public String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
