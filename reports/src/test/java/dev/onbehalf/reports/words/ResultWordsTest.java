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
        "1 | 1 | 1 | without delegation, 1 account with a fixed set of permissions would enforce as much and tell who acted, if somebody who sees user and agent together hands it out",
        "1 | 3 | 1 | without delegation, 1 account with a fixed set of permissions would enforce as much if somebody who sees user and agent together hands it out; 3, one for each user and path, would also tell who acted",
        "2 | 2 | 2 | without delegation, 2 accounts, each with a fixed set of permissions, would enforce as much and tell who acted, if somebody who sees user and agent together hands them out",
        "2 | 5 | 2 | without delegation, 2 accounts, each with a fixed set of permissions, would enforce as much if somebody who sees user and agent together hands them out; 5, one for each user and path, would also tell who acted",
        "9 | 20 | 4 | without delegation, at most 9 accounts, each with a fixed set of permissions, would enforce as much if somebody who sees user and agent together hands them out; 20, one for each user and path, would also tell who acted",
      })
  void sentence_fitsTheNumbers(
      long toEnforce, long toAttribute, long toEnforceAtLeast, String sentence) {
    assertEquals(
        sentence, ResultWords.sentence(new Accounts(toEnforce, toAttribute, toEnforceAtLeast)));
  }
}
