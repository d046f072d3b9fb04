package dev.onbehalf.token.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * What a token service of others signs its tokens with, as it publishes it (RFC 7517 section 5).
 */
public final class PublishedKeys {
  private final JWKSet keys;
  private final Clock clock;

  private PublishedKeys(JWKSet keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** No key. */
  public static PublishedKeys none(Clock clock) {
    return new PublishedKeys(new JWKSet(), clock);
  }

  /** The keys of the set, those apart that are of a kind unknown. */
  public static PublishedKeys read(String json, Clock clock) throws InvalidTokenException {
    try {
      return new PublishedKeys(JWKSet.parse(json), clock);
    } catch (ParseException e) {
      throw new InvalidTokenException("expected a key set of RFC 7517");
    }
  }

  /** Whether others than the issuer can verify the token, and so read it. */
  public static boolean isSigned(CompactToken token) {
    return parsed(token).isPresent();
  }

  /** Whether the key that the token names is in the set, and hasn't expired. */
  public boolean hasKeyOf(CompactToken token) {
    return parsed(token)
        .map(JWSObject::getHeader)
        .filter(one -> !keysOf(one).isEmpty())
        .isPresent();
  }

  /** The claims of the token, if its signature holds. */
  public Optional<JsonObject> verified(CompactToken token) throws InvalidTokenException {
    Optional<JWSObject> signed = parsed(token).filter(this::holds);
    return signed.isEmpty()
        ? Optional.empty()
        : Optional.of(StrictJson.read("payload", CompactParts.of(token).payload()));
  }

  private static Optional<JWSObject> parsed(CompactToken token) {
    try {
      // RFC 8725 section 3.1: a public key is no secret to sign with
      return Optional.of(JWSObject.parse(token.value())).filter(PublishedKeys::isByPublicKey);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private boolean holds(JWSObject token) {
    return keysOf(token.getHeader()).stream().anyMatch(key -> holds(token, key));
  }

  private static boolean isByPublicKey(JWSObject token) {
    return JWSAlgorithm.Family.SIGNATURE.contains(token.getHeader().getAlgorithm());
  }

  private List<JWK> keysOf(JWSHeader header) {
    return new JWKSelector(JWKMatcher.forJWSHeader(header))
        .select(keys).stream().filter(this::isInForce).toList();
  }

  private boolean isInForce(JWK key) {
    return Optional.ofNullable(key.getExpirationTime())
        .map(Date::toInstant)
        .filter(end -> !clock.instant().isBefore(end))
        .isEmpty();
  }

  private static boolean holds(JWSObject token, JWK key) {
    try {
      return token.verify(verifier(token.getHeader(), key));
    } catch (JOSEException | InvalidTokenException e) {
      return false;
    }
  }

  private static JWSVerifier verifier(JWSHeader header, JWK key)
      throws JOSEException, InvalidTokenException {
    if (key instanceof OctetKeyPair pair) {
      JsonObject octets = StrictJson.read("key", pair.toJSONString().getBytes(UTF_8));
      return new JcaVerifier(
          SigningAlgorithm.EDDSA,
          SigningProvider.JDK,
          PublicJwk.readEmbedded(octets, SigningAlgorithm.EDDSA),
          new OperationMeter());
    }
    return new DefaultJWSVerifierFactory()
        .createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey());
  }
}
