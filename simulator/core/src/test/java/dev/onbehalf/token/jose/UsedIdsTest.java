package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** An identifier is good once, until nothing with it can be good any more (RFC 7519 4.1.7). */
final class UsedIdsTest {
  private final UsedIds used = new UsedIds();

  @Test
  void id_isNewOnceUntilItExpires() {
    assertTrue(used.use("id", 60, 0));
    assertFalse(used.use("id", 60, 0));
    assertFalse(used.use("id", 60, 59));
    assertTrue(used.use("other", 60, 59));
    // RFC 7519 section 4.1.4: on its date it has expired
    assertTrue(used.use("id", 120, 60));
    assertFalse(used.use("id", 120, 60));
  }

  @Test
  void forgotten_allAreNewAgain() {
    assertTrue(used.use("id", 60, 0));
    used.forget();
    assertTrue(used.use("id", 30, 0));
    // Were anything left of the first, it would outlive the second.
    assertTrue(used.use("id", 90, 30));
    assertFalse(used.use("id", 90, 60));
  }
}
