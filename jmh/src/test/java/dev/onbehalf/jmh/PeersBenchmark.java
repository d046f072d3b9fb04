package dev.onbehalf.jmh;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.onbehalf.jmh.Steps.Step;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to mint the claims of one access token with this project and with others. */
@State(Scope.Thread)
public class PeersBenchmark {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = NOW.plusSeconds(300);
  private static final byte[] MESSAGE = new byte[450];

  /** Who mints, between commas. */
  @Param("onbehalf")
  public String library = "";

  /** Who computes the signatures of this project; the others use the Java runtime. */
  @Param("JDK")
  public SigningProvider provider = SigningProvider.JDK;

  /** The algorithm; the peers are compared by ES256 alone. */
  @Param("ES256")
  public SigningAlgorithm signing = SigningAlgorithm.ES256;

  private Optional<Steps> steps = Optional.empty();

  /** Makes the keys. */
  @Setup
  public void setUp() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    Signature raw = Signature.getInstance("SHA256withECDSAinP1363Format");
    raw.initSign(keys.getPrivate());
    Callable<Object> floor =
        () -> {
          raw.update(MESSAGE);
          return raw.sign();
        };
    steps =
        Optional.of(
            Steps.begin(
                Runs.split(library).stream()
                    .map(name -> new Step(name, "mint", duel(minting(name, keys), floor)))
                    .toList()));
  }

  private static PairedTiming duel(Callable<Object> minting, Callable<Object> floor) {
    return new PairedTiming(
        minting, Optional.of(floor), token -> token.toString().split("\\.", -1).length == 3);
  }

  /** Looks at the last tokens. */
  @TearDown
  public void validate() throws Exception {
    steps.orElseThrow().validate();
  }

  /** Mints tokens. */
  @Benchmark
  public void mint(Blackhole sink) throws Exception {
    steps.orElseThrow().round(sink);
  }

  private Callable<Object> minting(String name, KeyPair keys) {
    return switch (name) {
      case "onbehalf" -> onbehalf();
      case "jjwt" -> jjwt(keys);
      case "jose4j" -> jose4j(keys);
      case "java-jwt" -> javaJwt(keys);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Callable<Object> onbehalf() {
    TokenService service =
        TokenService.seeded(1, signing, provider, Clock.fixed(NOW, ZoneOffset.UTC));
    service.registerUser("alice");
    service.registerResource("document");
    return () -> service.logIn("alice").accessToken("document").value();
  }

  private static Callable<Object> jjwt(KeyPair keys) {
    return () ->
        Jwts.builder()
            .header()
            .type("at+jwt")
            .keyId("key")
            .and()
            .issuer("https://token.example/")
            .subject("alice")
            .claim("aud", "document")
            .claim("client_id", "https://login.example/")
            .issuedAt(Date.from(NOW))
            .expiration(Date.from(END))
            .id(UUID.randomUUID().toString())
            .claim("scope", "document")
            .signWith(keys.getPrivate(), Jwts.SIG.ES256)
            .compact();
  }

  private static Callable<Object> jose4j(KeyPair keys) {
    return () -> {
      JwtClaims claims = new JwtClaims();
      claims.setIssuer("https://token.example/");
      claims.setSubject("alice");
      claims.setAudience("document");
      claims.setClaim("client_id", "https://login.example/");
      claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
      claims.setExpirationTime(NumericDate.fromSeconds(END.getEpochSecond()));
      claims.setJwtId(UUID.randomUUID().toString());
      claims.setClaim("scope", "document");
      JsonWebSignature token = new JsonWebSignature();
      token.setPayload(claims.toJson());
      token.setKey(keys.getPrivate());
      token.setKeyIdHeaderValue("key");
      token.setHeader("typ", "at+jwt");
      token.setAlgorithmHeaderValue("ES256");
      return token.getCompactSerialization();
    };
  }

  private static Callable<Object> javaJwt(KeyPair keys) {
    Algorithm algorithm =
        Algorithm.ECDSA256((ECPublicKey) keys.getPublic(), (ECPrivateKey) keys.getPrivate());
    return () ->
        JWT.create()
            .withHeader(java.util.Map.of("typ", "at+jwt"))
            .withKeyId("key")
            .withIssuer("https://token.example/")
            .withSubject("alice")
            .withAudience("document")
            .withClaim("client_id", "https://login.example/")
            .withIssuedAt(NOW)
            .withExpiresAt(END)
            .withJWTId(UUID.randomUUID().toString())
            .withClaim("scope", "document")
            .sign(algorithm);
  }
}
