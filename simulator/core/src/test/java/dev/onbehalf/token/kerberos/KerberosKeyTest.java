package dev.onbehalf.token.kerberos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Keys do what RFC 3961 and 3962 say, and tell when something was changed. */
final class KerberosKeyTest {
  private final SecureRandom random = Randomness.seeded(1);
  private final KerberosKey key = KerberosKey.generate(random);

  // RFC 3961 appendix A.1: 128-fold("kerberos")
  @Test
  void folded_isThatOfTheSpecification() {
    assertEquals(
        "6b65726265726f737b9b5b2b93132b93",
        HexFormat.of()
            .formatHex(KerberosKey.folded("kerberos".getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void message_ofAnyLength_comesBack() throws InvalidTokenException {
    for (int length = 1; length < 70; length++) {
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      assertArrayEquals(plain, key.decrypt(2, key.encrypt(2, plain, random)));
    }
  }

  @Test
  void message_withAnyByteChanged_isRefused() {
    byte[] sealed = key.encrypt(2, new byte[40], random);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThrows(InvalidTokenException.class, () -> key.decrypt(2, changed));
    }
  }

  @Test
  void message_forAnotherUseOrUnderAnotherKey_isRefused() {
    byte[] sealed = key.encrypt(2, new byte[40], random);
    assertThrows(InvalidTokenException.class, () -> key.decrypt(11, sealed));
    KerberosKey other = KerberosKey.generate(random);
    assertThrows(InvalidTokenException.class, () -> other.decrypt(2, sealed));
    assertThrows(InvalidTokenException.class, () -> key.decrypt(2, new byte[28]));
  }
}
