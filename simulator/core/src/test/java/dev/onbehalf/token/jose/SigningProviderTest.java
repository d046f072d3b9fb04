package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.TokenVerifier;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever computes signatures, keys, claims and verdicts on tokens are the same. */
class SigningProviderTest {
  static Stream<Arguments> providers() {
    return Stream.of(SigningProvider.values())
        .filter(provider -> provider.obstacle().isEmpty())
        .flatMap(
            provider ->
                Stream.of(SigningAlgorithm.values())
                    .map(algorithm -> Arguments.of(provider, algorithm)));
  }

  private static TokenService service(SigningProvider provider, SigningAlgorithm algorithm) {
    TokenService service = TokenService.seeded(1, algorithm, provider, new MutableClock());
    service.registerUser("alice");
    service.registerResource("document");
    return service;
  }

  private static CompactToken token(TokenService service) {
    return service.logIn("alice").accessToken("document");
  }

  private static String spoiled(CompactToken token) {
    String value = token.value();
    int first = value.lastIndexOf('.') + 1;
    char other = value.charAt(first) == 'A' ? 'B' : 'A';
    return value.substring(0, first) + other + value.substring(first + 1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void token_ofOneSeed_isTheSameButForItsSignature(
      SigningProvider provider, SigningAlgorithm algorithm) {
    assertEquals(
        DecodedToken.of(token(service(SigningProvider.JDK, algorithm))),
        DecodedToken.of(token(service(provider, algorithm))));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void token_ofAnyProvider_holdsForTheJavaRuntime(
      SigningProvider provider, SigningAlgorithm algorithm) throws InvalidTokenException {
    TokenVerifier runtime =
        service(SigningProvider.JDK, algorithm).resourceServers().verifierFor("document");
    assertEquals("alice", runtime.verify(token(service(provider, algorithm))).subject());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void verifier_thatRefusedAToken_stillAcceptsTheNext(
      SigningProvider provider, SigningAlgorithm algorithm) throws InvalidTokenException {
    TokenService service = service(provider, algorithm);
    TokenVerifier verifier = service.resourceServers().verifierFor("document");
    CompactToken token = token(service);
    assertThrows(
        InvalidTokenException.class, () -> verifier.verify(new CompactToken(spoiled(token))));
    assertEquals("alice", verifier.verify(token).subject());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void rawOperations_areThoseOfTheService(SigningProvider provider, SigningAlgorithm algorithm)
      throws GeneralSecurityException {
    TokenService service = service(provider, algorithm);
    RawOperations raw = service.rawOperations(token(service));
    assertTrue(raw.verify(raw.sign()));
    assertTrue(raw.verify());
    byte[] spoiled = raw.sign();
    spoiled[spoiled.length - 1] ^= 1;
    assertFalse(raw.verify(spoiled), Arrays.toString(spoiled));
  }
}
