package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is taken for what its metadata allows, and for nothing else (RFC 7517 section 4). */
final class PublicJwkTest {
  private static PublicKey key(SigningAlgorithm algorithm) {
    return Forge.ofService(7, algorithm).publicKey();
  }

  private static PublicKey read(SigningAlgorithm algorithm, String member, Object value)
      throws InvalidTokenException {
    Map<String, Object> members = new TreeMap<>(PublicJwk.write(algorithm, key(algorithm)));
    members.put(member, value);
    return PublicJwk.read(new JsonObject("", members), algorithm);
  }

  @ParameterizedTest
  @EnumSource
  void key_forVerifying_isRead(SigningAlgorithm algorithm) throws Exception {
    assertEquals(key(algorithm), read(algorithm, "use", "sig"));
    assertEquals(key(algorithm), read(algorithm, "key_ops", List.of("sign", "verify")));
    assertEquals(key(algorithm), read(algorithm, "kid", "any"));
  }

  static Stream<Arguments> otherKeys() {
    return Stream.of(SigningAlgorithm.values())
        .flatMap(
            algorithm ->
                Stream.of(
                    arguments(algorithm, "use", "enc"),
                    arguments(algorithm, "key_ops", List.of("encrypt")),
                    arguments(algorithm, "d", "AQ"),
                    arguments(algorithm, "kty", "oct"),
                    arguments(algorithm, "crv", "secp256k1"),
                    arguments(algorithm, "alg", "none")))
        .filter(PublicJwkTest::hasMember);
  }

  // RFC 7518 section 6.3: a key of RSA has no curve.
  private static boolean hasMember(Arguments key) {
    return key.get()[0] != SigningAlgorithm.RS256 || !key.get()[1].equals("crv");
  }

  @ParameterizedTest
  @MethodSource("otherKeys")
  void key_forAnythingElse_isRefused(SigningAlgorithm algorithm, String member, Object value) {
    InvalidTokenException refusal =
        assertThrows(InvalidTokenException.class, () -> read(algorithm, member, value));
    String rule = member.equals("d") ? "expected a public key" : "`" + member + "`";
    assertTrue(String.valueOf(refusal.getMessage()).contains(rule), refusal.getMessage());
  }
}
