package dev.onbehalf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A suggestion is the nearest word, and none when no word is near. */
final class SuggestionsTest {
  @Test
  void exchangedNeighbours_areOneEdit() {
    assertEquals(Optional.of("for"), Suggestions.nearest("fro", List.of("for")));
    assertEquals(Optional.empty(), Suggestions.nearest("rof", List.of("for")));
  }

  @Test
  void nearestWord_isSuggested() {
    assertEquals(Optional.of("read"), Suggestions.nearest("reed", List.of("rid", "read")));
  }

  @Test
  void limit_isOneEditAndOneMoreForFourCharacters() {
    assertEquals(Optional.of("reader"), Suggestions.nearest("read", List.of("reader")));
    assertEquals(Optional.empty(), Suggestions.nearest("rea", List.of("reader")));
  }
}
