package dev.onbehalf.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commas separate the values of a key, unless they are part of one as YAML reads it. */
final class VariationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b,c | b | c",
        "[x, y],z | [x, y] | z",
        "[[x, y], [z]],{k: {l: m, n: o}} | [[x, y], [z]] | {k: {l: m, n: o}}",
        "'b, c',\"d, e\" | 'b, c' | \"d, e\"",
        "don't,won't | don't | won't",
        "[don't, 'a]'],c | [don't, 'a]'] | c",
        "{k: ', ['},c | {k: ', ['} | c"
      })
  void values_areSeparatedByCommasOfTheirOwn(String text, String first, String second) {
    assertEquals(
        Optional.of(new Variation("a", List.of(first, second))), Variation.of("a=" + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "=b", "a=", "a=b,", "a=[b", "a=b]", "a='b", "a=[b],"})
  void anythingElse_isNoVariation(String text) {
    assertEquals(Optional.empty(), Variation.of(text));
  }
}
