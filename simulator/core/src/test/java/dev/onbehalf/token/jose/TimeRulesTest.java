package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clock that is wrong by so much is forgiven, and by a second more is not. */
class TimeRulesTest {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static void check(String claim, long secondsFromNow) throws InvalidTokenException {
    RawJson claims =
        Forge.claims()
            .with("iat", "" + (Forge.NOW - 100))
            .with("exp", "" + (Forge.NOW + 100))
            .with(claim, "" + (Forge.NOW + secondsFromNow));
    new TimeRules(new MutableClock(), Duration.ofSeconds(200), SKEW)
        .check(StrictJson.read("payload", Forge.utf8(claims.toString())));
  }

  @ParameterizedTest
  @CsvSource({"exp,-60", "iat,61", "nbf,61", "exp,101", "iat,-101"})
  void check_justOutside_isRefused(String claim, long secondsFromNow) {
    assertThrows(InvalidTokenException.class, () -> check(claim, secondsFromNow));
  }

  @ParameterizedTest
  @CsvSource({"exp,-59", "iat,60", "nbf,60", "exp,100", "iat,-100"})
  void check_justInside_isAccepted(String claim, long secondsFromNow) throws InvalidTokenException {
    check(claim, secondsFromNow);
  }
}
