package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Public keys as JSON (RFC 7517), of the algorithms that the token service uses. */
public final class PublicJwk {
  // RFC 7518 section 6.2.1.2, RFC 8032 section 5.1.5
  private static final int COORDINATE_LENGTH = 32;

  // RFC 7518 section 3.3
  private static final int SHORTEST_MODULUS = 2048;

  // RFC 8410 section 4: what comes before the key in its SubjectPublicKeyInfo
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private PublicJwk() {}

  /** The key and the one algorithm that it is used with (RFC 7517 section 4.4). */
  public static Map<String, Object> write(SigningAlgorithm algorithm, PublicKey key) {
    Map<String, Object> members = new TreeMap<>(jwk(algorithm, key).toJSONObject());
    members.put("alg", algorithm.headerValue());
    return members;
  }

  /** The key, which must be one of the algorithm (RFC 8725 section 3.4). */
  public static PublicKey read(JsonObject jwk, SigningAlgorithm algorithm)
      throws InvalidTokenException {
    jwk.requireText("alg", algorithm.headerValue());
    return readEmbedded(jwk, algorithm);
  }

  /** The key that the header of a token brings; its algorithm is the token's. */
  static PublicKey readEmbedded(JsonObject jwk, SigningAlgorithm algorithm)
      throws InvalidTokenException {
    requireForVerifying(jwk, algorithm);
    try {
      return switch (algorithm) {
        case ES256 -> elliptic(jwk);
        case RS256 -> rsa(jwk);
        case EDDSA -> edwards(jwk);
      };
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw unusable();
    } catch (JOSEException | GeneralSecurityException e) {
      throw unusable();
    }
  }

  // RFC 7517 sections 4.2 to 4.4; what is private belongs in no public key (RFC 7518 section 6)
  private static void requireForVerifying(JsonObject jwk, SigningAlgorithm algorithm)
      throws InvalidTokenException {
    if (jwk.has("use")) {
      jwk.requireText("use", "sig");
    }
    if (jwk.has("key_ops") && !isForVerifying(jwk.texts("key_ops"))) {
      throw jwk.unexpected("key_ops", "`verify` among them, and none twice");
    }
    if (jwk.has("alg")) {
      jwk.requireText("alg", algorithm.headerValue());
    }
    if (jwk.has("d")) {
      throw new InvalidTokenException("expected a public key, found a private one");
    }
  }

  private static boolean isForVerifying(List<String> operations) {
    return operations.contains("verify") && Set.copyOf(operations).size() == operations.size();
  }

  private static InvalidTokenException unusable() {
    return new InvalidTokenException("expected a usable public key");
  }

  /** RFC 7638 section 3, RFC 8037 section 2. */
  public static String thumbprint(SigningAlgorithm algorithm, PublicKey key) {
    try {
      return jwk(algorithm, key).computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot hash a key", e);
    }
  }

  static JWK jwk(SigningAlgorithm algorithm, PublicKey key) {
    return switch (algorithm) {
      case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
      case RS256 -> new RSAKey.Builder((RSAPublicKey) key).build();
      case EDDSA -> new OctetKeyPair.Builder(Curve.Ed25519, rawEd25519(key)).build();
    };
  }

  // RFC 8410 section 4: a SubjectPublicKeyInfo ends with the 32 bytes of the key
  private static Base64URL rawEd25519(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Base64URL.encode(
        Arrays.copyOfRange(encoded, encoded.length - COORDINATE_LENGTH, encoded.length));
  }

  // RFC 7518 section 6.2.1
  private static PublicKey elliptic(JsonObject jwk) throws InvalidTokenException, JOSEException {
    jwk.requireText("kty", "EC");
    jwk.requireText("crv", "P-256");
    return new ECKey.Builder(Curve.P_256, coordinate(jwk, "x"), coordinate(jwk, "y"))
        .build()
        .toECPublicKey();
  }

  // RFC 7518 section 6.3.1
  private static PublicKey rsa(JsonObject jwk) throws InvalidTokenException, JOSEException {
    jwk.requireText("kty", "RSA");
    RSAPublicKey key =
        new RSAKey.Builder(number(jwk, "n"), number(jwk, "e")).build().toRSAPublicKey();
    if (key.getModulus().bitLength() < SHORTEST_MODULUS || !key.getPublicExponent().testBit(0)) {
      throw unusable();
    }
    return key;
  }

  // RFC 8037 section 2
  private static PublicKey edwards(JsonObject jwk)
      throws InvalidTokenException, GeneralSecurityException {
    jwk.requireText("kty", "OKP");
    jwk.requireText("crv", "Ed25519");
    byte[] raw = coordinate(jwk, "x").decode();
    byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    // RFC 8032 section 5.1.3: whether it is a point is seen when it is used, and not before
    JcaVerifier.setUp(SigningAlgorithm.EDDSA, SigningProvider.JDK, key);
    return key;
  }

  private static Base64URL coordinate(JsonObject jwk, String member) throws InvalidTokenException {
    Base64URL octets = octets(jwk, member);
    if (octets.decode().length != COORDINATE_LENGTH) {
      throw jwk.unexpected(member, COORDINATE_LENGTH + " octets");
    }
    return octets;
  }

  // RFC 7518 section 2, Base64urlUInt: as few octets as the number takes
  private static Base64URL number(JsonObject jwk, String member) throws InvalidTokenException {
    Base64URL octets = octets(jwk, member);
    if (octets.toString().isEmpty() || octets.decode()[0] == 0) {
      throw jwk.unexpected(member, "a number without zeros before it");
    }
    return octets;
  }

  private static Base64URL octets(JsonObject jwk, String member) throws InvalidTokenException {
    String text = jwk.text(member);
    if (Base64Url.decode(text).isEmpty()) {
      throw jwk.unexpected(member, "base64url");
    }
    return new Base64URL(text);
  }
}
