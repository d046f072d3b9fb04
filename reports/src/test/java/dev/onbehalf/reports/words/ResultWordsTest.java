package dev.onbehalf.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.result.Accounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and the words beside them agree. */
final class ResultWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | nothing is permitted through agents, so that they need no account",
        "1 | 1 | 1 | whoever sees user and agent together could hand out accounts instead:"
            + " 1 account with a fixed set of permissions would enforce as"
            + " much and tell who acted",
        "1 | 3 | 1 | whoever sees user and agent together could hand out accounts instead:"
            + " 1 account with a fixed set of permissions would enforce as"
            + " much, and 3, one for each user on each path, tell who acted as well",
        "2 | 2 | 2 | whoever sees user and agent together could hand out accounts instead:"
            + " 2 accounts, each with a fixed set of permissions, would"
            + " enforce as much and tell who acted",
        "2 | 5 | 2 | whoever sees user and agent together could hand out accounts instead:"
            + " 2 accounts, each with a fixed set of permissions, would"
            + " enforce as much, and 5, one for each user on each path, tell who acted as well",
        "9 | 20 | 4 | whoever sees user and agent together could hand out accounts instead:"
            + " at most 9 accounts, each with a fixed set of permissions,"
            + " would enforce as much, and 20, one for each user on each path, tell who acted as"
            + " well",
      })
  void sentence_fitsTheNumbers(
      long toEnforce, long toAttribute, long toEnforceAtLeast, String sentence) {
    assertEquals(
        sentence, ResultWords.sentence(new Accounts(toEnforce, toAttribute, toEnforceAtLeast)));
  }
}
