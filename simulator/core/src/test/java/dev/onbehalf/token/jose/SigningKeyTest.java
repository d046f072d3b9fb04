package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is for one algorithm, and the latest keys of seeds are remembered. */
final class SigningKeyTest {
  private static final long FIRST = 1_000_000;

  @Test
  void seededKey_isRememberedUntilEightOthersCame() {
    SigningKey key = seeded(FIRST);
    assertSame(key, seeded(FIRST));
    LongStream.rangeClosed(1, 7).forEach(seed -> seeded(FIRST + seed));
    assertSame(key, seeded(FIRST));
    seeded(FIRST + 8);
    SigningKey again = seeded(FIRST);
    assertNotSame(key, again);
    assertEquals(key.publicKey(), again.publicKey());
  }

  private static SigningKey seeded(long seed) {
    return SigningKey.seeded(seed, SigningAlgorithm.ES256, SigningProvider.JDK);
  }

  // RFC 8725 section 3.1: one key, one algorithm
  @ParameterizedTest
  @EnumSource
  void signerAndVerifier_areOfTheOneAlgorithm(SigningAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, Randomness.seeded(1));
    JWSSigner signer = key.signer(Randomness.seeded(1), new OperationMeter());
    JWSVerifier verifier = key.verifier(new OperationMeter());
    Set<JWSAlgorithm> only = Set.of(algorithm.jwsAlgorithm());
    assertEquals(only, signer.supportedJWSAlgorithms());
    assertEquals(only, verifier.supportedJWSAlgorithms());
    assertNotNull(signer.getJCAContext());
    assertNotNull(verifier.getJCAContext());
  }

  @ParameterizedTest
  @EnumSource
  void importedKey_isTheSameKey(SigningProvider provider) {
    PublicKey key = Forge.ofService(7, SigningAlgorithm.ES256).publicKey();
    if (provider.obstacle().isEmpty()) {
      assertEquals(key, provider.imported(key));
    }
    assertEquals(Optional.empty(), SigningProvider.JDK.obstacle());
    assertEquals(
        SigningProvider.ACCP.obstacle().isEmpty() ? SigningProvider.ACCP : SigningProvider.JDK,
        SigningProvider.fastest());
  }
}
