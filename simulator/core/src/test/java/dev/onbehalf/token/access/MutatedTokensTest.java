package dev.onbehalf.token.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Base64.Decoder;
import java.util.Base64.Encoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever becomes of a token on its way, only the very text that was signed is believed, and of a
 * signed text only what a second, strict reader finds in it, too.
 */
final class MutatedTokensTest {
  /** As many in a soak as its command says: {@code -Dfuzz.cases=1000000}. */
  private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);

  private static final long SEED = 7;
  private static final Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Decoder DECODER = Base64.getUrlDecoder();
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> FRAGMENTS =
      List.of(
          "null",
          "true",
          "-1",
          "1e9",
          "0.5",
          "\"files\"",
          "[\"files\"]",
          "{}",
          "[]",
          "\"\"",
          ",",
          ":",
          "\\u0000",
          "\"sub\":\"admin\",",
          "\"act\":{\"sub\":\"bar\"},",
          "\"exp\":9999999999,",
          "\"typ\":\"JWT\",",
          "\"alg\":\"none\",",
          "\"crit\":[\"x\"],",
          "\"jwk\":{},",
          " ",
          "\u00e9");

  private final Random random = new Random(20_261_128);

  @ParameterizedTest
  @EnumSource
  void mutatedText_isRefused(SigningAlgorithm algorithm) {
    Forge forge = Forge.ofService(SEED, algorithm);
    TokenVerifier verifier = verifier(algorithm);
    String good = forge.sign(Forge.claims()).value();
    String other = Forge.ofService(SEED + 1, algorithm).sign(Forge.claims()).value();
    for (int i = 0; i < CASES; i++) {
      String mutated = mutated(good, other);
      if (!mutated.equals(good)) {
        assertTrue(read(verifier, mutated).isEmpty(), mutated);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mutatedContent_signedAgain_isReadAsItStands(SigningAlgorithm algorithm) {
    Forge forge = Forge.ofService(SEED, algorithm);
    TokenVerifier verifier = verifier(algorithm);
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      boolean inHeader = random.nextInt(4) == 0;
      String header = edited(forge.header().toString(), inHeader);
      String payload = edited(Forge.claims().toString(), !inHeader);
      Optional<VerifiedToken> token = read(verifier, forge.sign(header, payload).value());
      if (token.isPresent()) {
        accepted++;
        checkHeader(STRICT.readTree(header), algorithm);
        checkClaims(STRICT.readTree(payload), token.get());
      }
    }
    assertTrue(accepted > CASES / 100, "too few are accepted to tell anything: " + accepted);
  }

  private static TokenVerifier verifier(SigningAlgorithm algorithm) {
    TokenService service = TokenService.seeded(SEED, algorithm, new MutableClock());
    service.registerResource("files");
    return service.resourceServers().verifierFor("files");
  }

  private static Optional<VerifiedToken> read(TokenVerifier verifier, String token) {
    try {
      return Optional.of(verifier.verify(new CompactToken(token)));
    } catch (InvalidTokenException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.length() < 2_000 && message.chars().allMatch(c -> c >= ' '), message);
      return Optional.empty();
    }
  }

  private static void checkHeader(JsonNode header, SigningAlgorithm algorithm) {
    assertTrue(
        algorithm.name().equalsIgnoreCase(header.get("alg").stringValue()), header.toString());
    assertTrue(
        List.of("at+jwt", "application/at+jwt")
            .contains(header.get("typ").stringValue().toLowerCase(Locale.ROOT)),
        header.toString());
    assertTrue(!header.has("crit"), header.toString());
  }

  private static void checkClaims(JsonNode claims, VerifiedToken token) {
    assertEquals(Forge.ISSUER, claims.get("iss").stringValue());
    assertEquals("files", claims.get("aud").stringValue());
    assertEquals(claims.get("sub").stringValue(), token.subject());
    assertEquals(claims.get("client_id").stringValue(), token.clientId());
    assertEquals(claims.get("jti").stringValue(), token.id());
    assertEquals(claims.get("exp").longValue(), token.expiresAt().getEpochSecond());
    assertTrue(claims.get("exp").longValue() > Forge.NOW, claims.toString());
    assertTrue(claims.get("iat").longValue() <= Forge.NOW, claims.toString());
    assertEquals(
        claims.path("act").path("sub").stringValue(null),
        token.actor().map(Actor::subject).orElse(null));
  }

  private String edited(String json, boolean edit) {
    String edited = json;
    for (int edits = edit ? 1 + random.nextInt(2) : 0; edits > 0; edits--) {
      int start = random.nextInt(edited.length());
      int end = Math.min(edited.length(), start + random.nextInt(3));
      String inserted = random.nextInt(3) == 0 ? one(FRAGMENTS) : "" + printable();
      edited = edited.substring(0, start) + inserted + edited.substring(end);
    }
    return edited;
  }

  private String mutated(String token, String other) {
    int at = random.nextInt(token.length());
    return switch (random.nextInt(5)) {
      case 0 -> token.substring(0, at) + printable() + token.substring(at + 1);
      case 1 ->
          token.substring(0, at)
              + token.substring(Math.min(token.length(), at + 1 + random.nextInt(3)));
      case 2 -> token.substring(0, at) + (char) random.nextInt(0x3000) + token.substring(at);
      case 3 -> withAPartOf(other, token);
      default -> withAnOctetChanged(token);
    };
  }

  private String withAPartOf(String other, String token) {
    List<String> parts = parts(token);
    int part = random.nextInt(3);
    parts.set(part, parts(other).get(random.nextInt(3)));
    return String.join(".", parts);
  }

  private String withAnOctetChanged(String token) {
    List<String> parts = parts(token);
    int part = random.nextInt(3);
    byte[] octets = DECODER.decode(parts.get(part).getBytes(StandardCharsets.US_ASCII));
    octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
    parts.set(part, ENCODER.encodeToString(octets));
    return String.join(".", parts);
  }

  private static List<String> parts(String token) {
    return new ArrayList<>(List.of(token.split("\\.", -1)));
  }

  private char printable() {
    return (char) (' ' + random.nextInt(0x5f));
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
