package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page shows of an output is in it, line by line and in its order. */
final class ShownOutputTest {
  private static final List<String> OUTPUT = List.of("one", "two", "three", "four");

  @ParameterizedTest
  @CsvSource({
    "one/two/three",
    "two/three/four",
    "one/two/three/four/five",
    "one/two/tree/four",
    "one/…/three",
    "…/two",
    "…/three/two/four",
    "four/…/one",
    "one/…/three/…/two/…",
    "one/two…",
    "one/…/thre/four",
    "…/five/…",
    "one/two/three/four/four/…",
    "one",
  })
  void difference_isFound(String shown) {
    assertTrue(difference(shown).isPresent(), shown);
  }

  @ParameterizedTest
  @CsvSource({
    "one/two/three/four",
    "one/…",
    "…/four",
    "…",
    "one/…/three/four",
    "one/…/four",
    "one/  …/four",
    "…/two/…/four",
    "one/two/…/three/four",
    "one/t…/th…/…",
    "…/one/two/three/four/…",
  })
  void gap_standsForLinesLeftOut_orTheRestOfALine(String shown) {
    assertEquals(Optional.empty(), difference(shown));
  }

  private static Optional<String> difference(String shown) {
    return new ShownOutput(List.of(shown.split("/"))).difference(OUTPUT);
  }
}
