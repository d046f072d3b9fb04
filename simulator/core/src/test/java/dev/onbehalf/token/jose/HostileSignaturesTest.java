package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Octets that are no signature by their RFC hold for nobody, and break nothing. */
final class HostileSignaturesTest {
  private static final String INPUT = "header.payload";

  // FIPS 186-4 appendix D.1.2.3, RFC 8032 section 5.1
  private static final BigInteger ORDER_OF_P256 = Curve.P_256.toECParameterSpec().getOrder();
  private static final BigInteger ORDER_OF_ED25519 =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** What becomes of a good signature, and the section by which it holds no more. */
  private record Case(
      String section, String name, SigningAlgorithm algorithm, UnaryOperator<byte[]> change) {
    @Override
    public String toString() {
      return algorithm + " " + section + " " + name;
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(SigningProvider.values())
        .filter(provider -> provider.obstacle().isEmpty())
        .flatMap(
            provider ->
                Stream.of(elliptic(), edwards(), rsa())
                    .flatMap(List::stream)
                    .map(one -> Arguments.of(provider, one)));
  }

  private static List<Case> elliptic() {
    BigInteger n = ORDER_OF_P256;
    BigInteger p = Curve.P_256.toECParameterSpec().getCurve().getA().add(BigInteger.valueOf(3));
    return List.of(
        // FIPS 186-4 section 6.4.2: 0 < r < n and 0 < s < n
        halves("r zero", octets -> join(big(BigInteger.ZERO), right(octets))),
        halves("s zero", octets -> join(left(octets), big(BigInteger.ZERO))),
        halves("r and s zero", octets -> new byte[64]),
        halves("r and s one", octets -> join(big(BigInteger.ONE), big(BigInteger.ONE))),
        halves("r = n", octets -> join(big(n), right(octets))),
        halves("s = n", octets -> join(left(octets), big(n))),
        halves("r = s = n", octets -> join(big(n), big(n))),
        halves("r = s = n - 1", octets -> join(big(n.subtract(BigInteger.ONE)), big(n))),
        halves("r = p", octets -> join(big(p), right(octets))),
        halves("r all ones", octets -> join(filled(32, 0xff), right(octets))),
        halves("s all ones", octets -> join(left(octets), filled(32, 0xff))),
        halves("halves exchanged", octets -> join(right(octets), left(octets))),
        halves("octets in the other order", HostileSignaturesTest::reversed),
        length(SigningAlgorithm.ES256, "DER", HostileSignaturesTest::der),
        length(SigningAlgorithm.ES256, "none", octets -> new byte[0]),
        length(SigningAlgorithm.ES256, "r alone", HostileSignaturesTest::left),
        length(SigningAlgorithm.ES256, "63 octets", octets -> Arrays.copyOf(octets, 63)),
        length(SigningAlgorithm.ES256, "65 octets", octets -> Arrays.copyOf(octets, 65)),
        length(SigningAlgorithm.ES256, "of P-384", octets -> Arrays.copyOf(octets, 96)));
  }

  private static List<Case> edwards() {
    return List.of(
        // RFC 8032 section 5.1.7: 0 <= s < L
        edwards("s + L", octets -> join(left(octets), little(s(octets).add(ORDER_OF_ED25519)))),
        edwards("s = L", octets -> join(left(octets), little(ORDER_OF_ED25519))),
        edwards("s zero", octets -> join(left(octets), new byte[32])),
        edwards("s all ones", octets -> join(left(octets), filled(32, 0xff))),
        edwards("R beyond the field", octets -> join(filled(32, 0xff), right(octets))),
        edwards("R of no point", octets -> join(first(2), right(octets))),
        edwards("R zero", octets -> join(new byte[32], right(octets))),
        edwards("all zero", octets -> new byte[64]),
        length(SigningAlgorithm.EDDSA, "63 octets", octets -> Arrays.copyOf(octets, 63)),
        length(SigningAlgorithm.EDDSA, "65 octets", octets -> Arrays.copyOf(octets, 65)),
        length(SigningAlgorithm.EDDSA, "of Ed448", octets -> Arrays.copyOf(octets, 114)));
  }

  private static List<Case> rsa() {
    return List.of(
        // RFC 8017 section 5.2.2: the representative is below the modulus
        rsa("the modulus", octets -> unsigned(modulus())),
        rsa("the modulus less one", octets -> unsigned(modulus().subtract(BigInteger.ONE))),
        rsa("zero", octets -> new byte[256]),
        rsa("one", octets -> unsigned(BigInteger.ONE)),
        rsa("all ones", octets -> filled(256, 0xff)),
        rsa("its negative", octets -> unsigned(modulus().subtract(new BigInteger(1, octets)))),
        length(SigningAlgorithm.RS256, "255 octets", octets -> Arrays.copyOf(octets, 255)),
        length(SigningAlgorithm.RS256, "257 octets", octets -> Arrays.copyOf(octets, 257)),
        length(SigningAlgorithm.RS256, "zero before it", octets -> join(new byte[1], octets)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void signature_holdsForNobody(SigningProvider provider, Case one) throws JOSEException {
    Forge forge = forge(one.algorithm());
    byte[] good = forge.signature(INPUT).decode();
    assertTrue(verify(forge, provider, good));
    assertFalse(verify(forge, provider, one.change().apply(good.clone())));
    assertTrue(verify(forge, provider, good), "after a bad one");
  }

  // RFC 8017 section 8.2.2: a signature as long as another key's modulus is invalid
  @Test
  void signature_ofAnotherKeysLength_doesNotHold() throws JOSEException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    JcaVerifier verifier =
        new JcaVerifier(
            SigningAlgorithm.RS256,
            SigningProvider.JDK,
            generator.generateKeyPair().getPublic(),
            new OperationMeter());
    assertFalse(verifier.verify(Forge.utf8(INPUT), new byte[256]));
  }

  private static boolean verify(Forge forge, SigningProvider provider, byte[] octets)
      throws JOSEException {
    return new JcaVerifier(
            forge.algorithm(), provider, provider.imported(forge.publicKey()), new OperationMeter())
        .verify(Forge.utf8(INPUT), octets);
  }

  private static Forge forge(SigningAlgorithm algorithm) {
    return Forge.ofService(7, algorithm);
  }

  private static BigInteger modulus() {
    return ((RSAPublicKey) forge(SigningAlgorithm.RS256).publicKey()).getModulus();
  }

  private static Case halves(String name, UnaryOperator<byte[]> change) {
    return new Case("FIPS 186-4 6.4.2", name, SigningAlgorithm.ES256, change);
  }

  private static Case edwards(String name, UnaryOperator<byte[]> change) {
    return new Case("RFC 8032 5.1.7", name, SigningAlgorithm.EDDSA, change);
  }

  private static Case rsa(String name, UnaryOperator<byte[]> change) {
    return new Case("RFC 8017 5.2.2", name, SigningAlgorithm.RS256, change);
  }

  private static Case length(
      SigningAlgorithm algorithm, String name, UnaryOperator<byte[]> change) {
    return new Case("RFC 7518 3.3 and 3.4, RFC 8037 3.1", name, algorithm, change);
  }

  // RFC 3279 section 2.2.3, as other standards than JWS have it
  private static byte[] der(byte[] octets) {
    byte[] both = join(integer(left(octets)), integer(right(octets)));
    return join(new byte[] {0x30, (byte) both.length}, both);
  }

  private static byte[] integer(byte[] half) {
    byte[] octets = new BigInteger(1, half).toByteArray();
    return join(new byte[] {0x02, (byte) octets.length}, octets);
  }

  private static byte[] big(BigInteger number) {
    return unsigned(number, 32);
  }

  private static byte[] unsigned(BigInteger number) {
    return unsigned(number, 256);
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] octets = number.toByteArray();
    byte[] fixed = new byte[length];
    int shared = Math.min(length, octets.length);
    System.arraycopy(octets, octets.length - shared, fixed, length - shared, shared);
    return fixed;
  }

  private static byte[] little(BigInteger number) {
    return reversed(big(number));
  }

  private static BigInteger s(byte[] octets) {
    return new BigInteger(1, reversed(right(octets)));
  }

  private static byte[] first(int octet) {
    byte[] octets = new byte[32];
    octets[0] = (byte) octet;
    return octets;
  }

  private static byte[] filled(int length, int octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) octet);
    return octets;
  }

  private static byte[] left(byte[] octets) {
    return Arrays.copyOf(octets, 32);
  }

  private static byte[] right(byte[] octets) {
    return Arrays.copyOfRange(octets, 32, 64);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] reversed(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = octets[octets.length - 1 - i];
    }
    return reversed;
  }
}
