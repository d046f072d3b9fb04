package dev.onbehalf.token.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Attacks on the serialization and on the signature. */
public final class SpellingAttacks {
  private static final String SIGNATURE = "expected a signature of the token service";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private SpellingAttacks() {}

  public static Stream<Attack> all() {
    return Stream.of(unsigned(), parts(), spelling(), signatures(), confusion())
        .flatMap(List::stream);
  }

  /** The same token with (r, n - s) for the signature (r, s), which holds as well. */
  public static CompactToken otherS(CompactToken token) {
    return new CompactToken(withSignature(token.value(), SpellingAttacks::negated));
  }

  private static byte[] negated(byte[] octets) {
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(octets, 32, 64));
    byte[] other = Curve.P_256.toECParameterSpec().getOrder().subtract(s).toByteArray();
    byte[] twin = Arrays.copyOf(octets, 32 + 32);
    Arrays.fill(twin, 32, 64, (byte) 0);
    int length = Math.min(32, other.length);
    System.arraycopy(other, other.length - length, twin, 64 - length, length);
    return twin;
  }

  private static List<Attack> unsigned() {
    return Stream.of("none", "None", "nOnE", "NONE")
        .flatMap(
            alg ->
                Stream.of(
                    changed(
                        "alg " + alg + " without signature",
                        "the signature in base64url",
                        (forge, good) -> unsigned(forge, alg) + "."),
                    changed(
                        "alg " + alg + " with an old signature",
                        "as `alg`",
                        (forge, good) -> unsigned(forge, alg) + "." + good.split("\\.", -1)[2]),
                    Attack.header(
                        "alg " + alg + " with a good signature",
                        "as `alg`",
                        header -> header.withText("alg", alg))))
        .toList();
  }

  private static String unsigned(Forge forge, String alg) {
    return Forge.part(forge.header().withText("alg", alg).toString())
        + "."
        + Forge.part(Forge.claims().toString());
  }

  private static List<Attack> parts() {
    return List.of(
        respelled("empty", "3 parts", good -> ""),
        respelled("two dots", "in base64url", good -> ".."),
        respelled("no signature", "in base64url", good -> beforeSignature(good) + "."),
        respelled("two parts", "3 parts", SpellingAttacks::beforeSignature),
        respelled("four parts", "3 parts", good -> good + ".AA"),
        respelled("dot at the end", "3 parts", good -> good + "."),
        respelled("dot at the start", "3 parts", good -> "." + good),
        respelled("empty header", "the header in base64url", good -> after(good)),
        respelled("five parts", "3 parts", good -> good + ".AA.AA"),
        changed("JSON serialization", "3 parts", (forge, good) -> jsonSerialization(good)),
        respelled("one character", "3 parts", good -> "a"));
  }

  private static String after(String good) {
    return good.substring(good.indexOf('.'));
  }

  private static String jsonSerialization(String good) {
    String[] parts = good.split("\\.", -1);
    return "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static List<Attack> spelling() {
    return List.of(
        new Attack("unused bits in the header", "the header in base64url", f -> unusedBits(f, 0)),
        new Attack("unused bits in the payload", "the payload in base64url", f -> unusedBits(f, 1)),
        respelled("unused bits in the signature", "the signature in", SpellingAttacks::unusedBits),
        respelled("padded signature", "the signature in base64url", good -> good + "="),
        respelled("white space before", "the header in base64url", good -> " " + good),
        respelled("white space after", "the signature in base64url", good -> good + " "),
        respelled("line break after", "the signature in base64url", good -> good + "\n"),
        respelled("line break inside", "the header in", good -> good.replace(".", "\n.")),
        respelled("NUL after", "the signature in base64url", good -> good + "\0"),
        respelled("plain base64", "the signature in", good -> beforeSignature(good) + ".+/+/"),
        respelled("letter beyond ASCII", "the signature in base64url", good -> good + "ａ"));
  }

  private static CompactToken unusedBits(Forge forge, int part) {
    String[] parts = {oddLength(forge.header()), oddLength(Forge.claims())};
    parts[part] = unusedBits(parts[part]);
    return forge.signSpelled(parts[0] + "." + parts[1]);
  }

  /** Encodes the object such that the last character has bits that mean nothing. */
  private static String oddLength(RawJson json) {
    return Stream.of("", "x", "xx")
        .map(pad -> Forge.part(json.withText("pad", pad).toString()))
        .filter(part -> part.length() % 4 == 2)
        .findFirst()
        .orElseThrow();
  }

  private static String unusedBits(String text) {
    int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
    return text.substring(0, text.length() - 1) + ALPHABET.charAt(last + 1);
  }

  private static List<Attack> signatures() {
    return List.of(
        signature("psychic signature", octets -> new byte[octets.length]),
        signature("one octet less", octets -> Arrays.copyOf(octets, octets.length - 1)),
        signature("one octet more", octets -> Arrays.copyOf(octets, octets.length + 1)),
        signature("halves with leading zeros", SpellingAttacks::widened),
        signature("one bit changed", SpellingAttacks::flipped),
        signature("one octet", octets -> new byte[1]),
        changed(
            "DER signature", SIGNATURE, (forge, good) -> beforeSignature(good) + ".MAYCAQECAQE"),
        respelled("signature of another token", SIGNATURE, SpellingAttacks::otherPayload),
        new Attack("foreign key", SIGNATURE, SpellingAttacks::foreign));
  }

  private static byte[] flipped(byte[] octets) {
    octets[octets.length / 2] ^= 1;
    return octets;
  }

  private static byte[] widened(byte[] octets) {
    byte[] wide = new byte[octets.length + 2];
    int half = octets.length / 2;
    System.arraycopy(octets, 0, wide, 1, half);
    System.arraycopy(octets, half, wide, half + 2, half);
    return wide;
  }

  private static String otherPayload(String good) {
    String[] parts = good.split("\\.", -1);
    String admin = Forge.part(Forge.claims().withText("sub", "admin").toString());
    return parts[0] + "." + admin + "." + parts[2];
  }

  private static CompactToken foreign(Forge forge) {
    Forge evil = Forge.ofService(666, forge.algorithm());
    return evil.sign(forge.header(), Forge.claims());
  }

  private static List<Attack> confusion() {
    return List.of(
        new Attack("HS256 with the DER of the public key", "as `alg`", f -> hmac(f, der(f))),
        new Attack("HS256 with the PEM of the public key", "as `alg`", f -> hmac(f, pem(f))),
        new Attack("HMAC under the pinned alg", SIGNATURE, f -> hmac(f, f.header(), der(f))));
  }

  private static byte[] der(Forge forge) {
    return forge.publicKey().getEncoded();
  }

  private static byte[] pem(Forge forge) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(forge));
    return Forge.utf8("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
  }

  private static CompactToken hmac(Forge forge, byte[] secret) {
    return hmac(forge, forge.header().withText("alg", "HS256"), secret);
  }

  private static CompactToken hmac(Forge forge, RawJson header, byte[] secret) {
    String input = Forge.part(header.toString()) + "." + Forge.part(Forge.claims().toString());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] tag = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
      return new CompactToken(input + "." + Base64URL.encode(tag));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(forge.algorithm() + " token not forged", e);
    }
  }

  private static String beforeSignature(String good) {
    return good.substring(0, good.lastIndexOf('.'));
  }

  private static Attack signature(String name, Function<byte[], byte[]> change) {
    return respelled(name, SIGNATURE, good -> withSignature(good, change));
  }

  private static String withSignature(String good, Function<byte[], byte[]> change) {
    byte[] octets = new Base64URL(good.split("\\.", -1)[2]).decode();
    return beforeSignature(good) + "." + Base64URL.encode(change.apply(octets));
  }

  private static Attack respelled(String name, String rule, UnaryOperator<String> change) {
    return changed(name, rule, (forge, good) -> change.apply(good));
  }

  private static Attack changed(String name, String rule, Change change) {
    return new Attack(
        name,
        rule,
        forge -> new CompactToken(change.apply(forge, forge.sign(Forge.claims()).value())));
  }

  /** Makes a bad token of a good one. */
  private interface Change {
    String apply(Forge forge, String good);
  }
}
