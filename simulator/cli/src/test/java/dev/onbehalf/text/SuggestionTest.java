package dev.onbehalf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A suggestion is the nearest word, and none when no word is near. */
final class SuggestionTest {
  @Test
  void exchangedNeighbours_areOneEdit() {
    assertEquals(1, Suggestion.distance("raed", "read"));
    assertEquals(3, Suggestion.distance("kitten", "sitting"));
    assertEquals(4, Suggestion.distance("", "read"));
  }

  @Test
  void nearestWord_isSuggested() {
    assertEquals(Optional.of("read"), Suggestion.of("reed", List.of("rid", "read")));
  }

  @Test
  void limit_isOneEditAndOneMoreForFourCharacters() {
    assertEquals(Optional.of("reader"), Suggestion.of("read", List.of("reader")));
    assertEquals(Optional.empty(), Suggestion.of("rea", List.of("reader")));
  }
}
