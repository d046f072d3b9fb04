package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.onbehalf.token.access.TokenDraft;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;

/** Signs whatever it is given, with the token service's key or a key of its own. */
public final class Forge {
  public static final String ISSUER = "https://token.example/";
  public static final long NOW = MutableClock.START.getEpochSecond();
  public static final long LIFETIME = 300;

  private final SigningKey key;
  private final SecureRandom random;

  private Forge(SigningAlgorithm algorithm, long seed) {
    random = Randomness.seeded(seed);
    key = SigningKey.generate(algorithm, random);
  }

  /** With the key of the token service of this seed. */
  public static Forge ofService(long seed, SigningAlgorithm algorithm) {
    return new Forge(algorithm, seed);
  }

  public PublicKey publicKey() {
    return key.publicKey();
  }

  public SigningAlgorithm algorithm() {
    return key.algorithm();
  }

  /** The header of a good token. */
  public RawJson header() {
    return RawJson.empty()
        .withText("typ", "at+jwt")
        .withText("alg", key.algorithm().headerValue())
        .withText("kid", key.id());
  }

  /** The claims of a good token of alice for the resource `files`. */
  public static RawJson claims() {
    return RawJson.empty()
        .withText("iss", ISSUER)
        .withText("sub", "alice")
        .withText("aud", "files")
        .withText("client_id", TokenDraft.LOGIN_CLIENT)
        .with("iat", "" + NOW)
        .with("exp", "" + (NOW + LIFETIME))
        .withText("jti", "forged-1")
        .withText("scope", "files");
  }

  public CompactToken sign(RawJson claims) {
    return sign(header(), claims);
  }

  public CompactToken sign(RawJson header, RawJson claims) {
    return sign(header.toString(), claims.toString());
  }

  public CompactToken sign(String header, String payload) {
    return sign(utf8(header), utf8(payload));
  }

  public CompactToken sign(byte[] header, byte[] payload) {
    return signSpelled(Base64URL.encode(header) + "." + Base64URL.encode(payload));
  }

  /** Signs header and payload as they are spelled, however odd that is. */
  CompactToken signSpelled(String input) {
    return new CompactToken(input + "." + signature(input));
  }

  Base64URL signature(String input) {
    try {
      return key.signer(random, new OperationMeter())
          .sign(new JWSHeader(key.algorithm().jwsAlgorithm()), utf8(input));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String part(String json) {
    return Base64URL.encode(json).toString();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
