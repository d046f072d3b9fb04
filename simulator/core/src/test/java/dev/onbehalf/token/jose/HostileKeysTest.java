package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no public key of the algorithm by its RFC is refused as such, and never used. */
final class HostileKeysTest {
  // RFC 7517 appendix A.1, RFC 8037 appendix A.2
  private static final Map<String, String> P256 =
      Map.of(
          "kty", "EC",
          "crv", "P-256",
          "alg", "ES256",
          "x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
          "y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");
  private static final Map<String, String> ED25519 =
      Map.of(
          "kty", "OKP",
          "crv", "Ed25519",
          "alg", "EdDSA",
          "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  private static final Map<String, String> RSA =
      Map.of(
          "kty", "RSA",
          "alg", "RS256",
          "e", "AQAB",
          "n",
              "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc"
                  + "_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YG"
                  + "jQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdk"
                  + "t-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnq"
                  + "DKgw");

  /** A key that must be refused, and the section that says so. */
  private record Case(String section, String name, SigningAlgorithm algorithm, String json) {
    @Override
    public String toString() {
      return section + " " + name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(metadata(), curves(), octets(), rsa()).flatMap(List::stream);
  }

  private static List<Case> metadata() {
    return List.of(
        elliptic("RFC 7517 4.1", "no kty", key -> key.without("kty")),
        elliptic("RFC 7517 4.1", "kty of a secret", key -> key.withText("kty", "oct")),
        elliptic("RFC 7517 4.1", "kty in lower case", key -> key.withText("kty", "ec")),
        elliptic("RFC 7517 4.2", "use enc", key -> key.withText("use", "enc")),
        elliptic("RFC 7517 4.2", "use in capitals", key -> key.withText("use", "SIG")),
        elliptic("RFC 7517 4.2", "use null", key -> key.with("use", "null")),
        elliptic("RFC 7517 4.3", "key_ops without verify", ops("\"sign\"")),
        elliptic("RFC 7517 4.3", "key_ops empty", ops("")),
        elliptic("RFC 7517 4.3", "key_ops of numbers", ops("\"verify\",1")),
        elliptic("RFC 7517 4.3", "key_ops twice the same", ops("\"verify\",\"verify\"")),
        elliptic("RFC 7517 4.3", "key_ops a string", key -> key.withText("key_ops", "verify")),
        elliptic("RFC 7517 4.4", "alg of RSA", key -> key.withText("alg", "RS256")),
        elliptic("RFC 7517 4.4", "alg none", key -> key.withText("alg", "none")),
        elliptic("RFC 7517 4.4", "alg null", key -> key.with("alg", "null")),
        elliptic("RFC 7518 6.2.2", "private key", key -> key.withText("d", "AQ")),
        edwards("RFC 8037 2", "private key", key -> key.withText("d", "AQ")),
        edwards("RFC 8037 2", "kty EC", key -> key.withText("kty", "EC")),
        rsa("RFC 7518 6.3.2", "private key", key -> key.withText("d", "AQ")),
        rsa("RFC 7518 6.3", "kty OKP", key -> key.withText("kty", "OKP")));
  }

  private static UnaryOperator<RawJson> ops(String operations) {
    return key -> key.with("key_ops", "[" + operations + "]");
  }

  private static List<Case> curves() {
    return List.of(
        elliptic("RFC 7518 6.2.1.1", "no crv", key -> key.without("crv")),
        elliptic("RFC 7518 6.2.1.1", "another curve", key -> key.withText("crv", "secp256k1")),
        elliptic("RFC 7518 6.2.1.1", "a larger curve", key -> key.withText("crv", "P-384")),
        elliptic("RFC 7518 6.2.1.2", "no y", key -> key.without("y")),
        elliptic("RFC 7518 6.2.1", "x for y", key -> key.withText("y", text(P256, "x"))),
        elliptic("RFC 7518 6.2.1", "point at infinity", key -> xAndY(key, new byte[32])),
        elliptic("RFC 7518 6.2.1", "x beyond the field", key -> xAndY(key, ones(32))),
        elliptic("RFC 7518 6.2.1", "compressed", key -> key.without("y").withText("x", "Ag")),
        edwards("RFC 8037 2", "no crv", key -> key.without("crv")),
        edwards("RFC 8037 2", "curve of key agreement", key -> key.withText("crv", "X25519")),
        edwards("RFC 8037 2", "larger curve", key -> key.withText("crv", "Ed448")),
        edwards("RFC 8032 5.1.3", "y beyond the field", key -> x(key, ones(32))),
        edwards("RFC 8032 5.1.3", "y of no point", key -> x(key, first(32, 2))));
  }

  private static List<Case> octets() {
    String x = text(P256, "x");
    return List.of(
        elliptic("RFC 7518 6.2.1.2", "31 octets", key -> x(key, new byte[31])),
        elliptic("RFC 7518 6.2.1.2", "33 octets", key -> x(key, zeroBefore(P256, "x"))),
        elliptic("RFC 7515 2", "x padded", key -> key.withText("x", x + "=")),
        elliptic("RFC 7515 2", "x with white space", key -> key.withText("x", x + " ")),
        elliptic("RFC 7515 2", "x with a line break", key -> key.withText("x", x + "\\n")),
        elliptic(
            "RFC 7515 2", "x with a dot inside", key -> key.withText("x", "M." + x.substring(1))),
        elliptic("RFC 4648 3.5", "unused bits of x", key -> key.withText("x", unusedBits(x))),
        elliptic("RFC 7518 6.2.1.2", "x a number", key -> key.with("x", "1")),
        edwards("RFC 8037 2", "31 octets", key -> x(key, new byte[31])),
        edwards("RFC 8037 2", "33 octets", key -> x(key, new byte[33])),
        edwards("RFC 7515 2", "x padded", key -> key.withText("x", text(ED25519, "x") + "=")));
  }

  private static List<Case> rsa() {
    return List.of(
        rsa("RFC 7518 6.3.1.1", "no n", key -> key.without("n")),
        rsa("RFC 7518 6.3.1.2", "no e", key -> key.without("e")),
        rsa("RFC 7518 6.3.1.1", "n empty", key -> key.withText("n", "")),
        rsa("RFC 7518 2", "zero before n", key -> with(key, "n", zeroBefore(RSA, "n"))),
        rsa("RFC 7518 2", "zero before e", key -> key.withText("e", "AAEAAQ")),
        rsa("RFC 7515 2", "n padded", key -> key.withText("n", text(RSA, "n") + "==")),
        rsa("RFC 7515 2", "e in plain base64", key -> key.withText("e", "+/+/")),
        rsa("RFC 8017 3.1", "e one", key -> key.withText("e", "AQ")),
        rsa("RFC 8017 3.1", "e zero", key -> key.withText("e", "AA")),
        rsa("RFC 8017 3.1", "e even", key -> key.withText("e", "BA")),
        rsa("RFC 7518 3.3", "512 bits", key -> with(key, "n", ones(64))),
        rsa("RFC 7518 3.3", "2047 bits", key -> with(key, "n", first(256, 0x7f))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void key_isRefused(Case one) {
    assertThrows(
        InvalidTokenException.class, () -> PublicJwk.read(jwk(one.json()), one.algorithm()));
    assertThrows(
        InvalidTokenException.class,
        () -> PublicJwk.readEmbedded(jwk(one.json()), one.algorithm()));
  }

  @Test
  void keysOfTheRfcs_areRead_withTheirThumbprints() throws InvalidTokenException {
    // RFC 7638 section 3.1, RFC 8037 appendix A.3
    assertEquals(
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", thumbprint(RSA, SigningAlgorithm.RS256));
    assertEquals(
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", thumbprint(ED25519, SigningAlgorithm.EDDSA));
    assertEquals(
        HexFormat.of().formatHex(new Base64URL(text(P256, "x")).decode()),
        PublicJwk.read(jwk(json(P256).toString()), SigningAlgorithm.ES256)
                instanceof java.security.interfaces.ECPublicKey key
            ? key.getW().getAffineX().toString(16)
            : "");
  }

  private static String thumbprint(Map<String, String> key, SigningAlgorithm algorithm)
      throws InvalidTokenException {
    return PublicJwk.thumbprint(algorithm, PublicJwk.read(jwk(json(key).toString()), algorithm));
  }

  private static JsonObject jwk(String json) throws InvalidTokenException {
    return StrictJson.read("key", Forge.utf8(json));
  }

  private static RawJson json(Map<String, String> members) {
    RawJson json = RawJson.empty();
    for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
      json = json.withText(member.getKey(), member.getValue());
    }
    return json;
  }

  private static Case elliptic(String section, String name, UnaryOperator<RawJson> change) {
    return new Case(section, name, SigningAlgorithm.ES256, change.apply(json(P256)).toString());
  }

  private static Case edwards(String section, String name, UnaryOperator<RawJson> change) {
    return new Case(section, name, SigningAlgorithm.EDDSA, change.apply(json(ED25519)).toString());
  }

  private static Case rsa(String section, String name, UnaryOperator<RawJson> change) {
    return new Case(section, name, SigningAlgorithm.RS256, change.apply(json(RSA)).toString());
  }

  private static String text(Map<String, String> key, String member) {
    return key.getOrDefault(member, "");
  }

  private static RawJson x(RawJson key, byte[] octets) {
    return with(key, "x", octets);
  }

  private static RawJson xAndY(RawJson key, byte[] octets) {
    return with(with(key, "x", octets), "y", octets);
  }

  private static RawJson with(RawJson key, String member, byte[] octets) {
    return key.withText(member, Base64URL.encode(octets).toString());
  }

  private static byte[] ones(int length) {
    return first(length, 0xff);
  }

  /** Octets that are all set but the first, which is given. */
  private static byte[] first(int length, int first) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) (first == 2 ? 0 : 0xff));
    octets[0] = (byte) first;
    return octets;
  }

  private static byte[] zeroBefore(Map<String, String> key, String member) {
    byte[] octets = new Base64URL(text(key, member)).decode();
    byte[] longer = new byte[octets.length + 1];
    System.arraycopy(octets, 0, longer, 1, octets.length);
    return longer;
  }

  /** The next letter is another spelling of the same octets: the last two bits mean nothing. */
  private static String unusedBits(String text) {
    char last = text.charAt(text.length() - 1);
    return text.substring(0, text.length() - 1) + (char) (last + 1);
  }
}
