package dev.onbehalf.token.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scope value covers itself and, for a resource, each of its actions; nothing else. */
class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "files, file, false",
    "files, files2, false",
    "files:read, files, false",
    "files:read, files:write, false",
    "files:read, files:read:all, false",
    "files, mail:read, false",
    "files, files, true",
    "files, files:read, true",
    "files:read, files:read, true"
  })
  void covers_grantedAndWanted(String granted, String wanted, boolean covered) {
    assertEquals(covered, Scope.covers(List.of(granted), wanted));
  }

  @Test
  void of_namesWithColons_keepResourceAndActionApart() {
    assertEquals("a%3Ab:c", Scope.of("a:b", "c"));
    assertEquals("a:b%3Ac", Scope.of("a", "b:c"));
  }

  @Test
  void concerning_keepsTheResourcesOwn() {
    assertEquals(
        List.of("files:read"), Scope.concerning("files", List.of("files:read", "mail", "files2")));
  }
}
