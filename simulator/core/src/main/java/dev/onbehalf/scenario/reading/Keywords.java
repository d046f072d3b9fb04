package dev.onbehalf.scenario.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of the policy sentences. */
final class Keywords {
  static final String EXCEPT = "except";
  static final String MAY = "MAY";
  static final String NOT = "NOT";
  static final String USE = "use";
  static final String ACCESS = "access";
  static final String ANYONE = "anyone";
  static final String ANYTHING = "anything";
  static final String DIRECTLY = "directly";
  static final String VIA = "via";
  static final String USING = "using";
  static final String THEN = "then";
  static final String ANY = "any";
  static final String AGENT = "agent";
  static final String WHEN = "when";
  static final String IS = "is";
  static final String AND = "and";

  private static final Set<String> ALL =
      Set.of(
          EXCEPT, MAY, NOT, USE, ACCESS, ANYONE, ANYTHING, DIRECTLY, VIA, USING, THEN, ANY, WHEN,
          IS, AND);

  /** Words people write where MAY belongs. */
  private static final Set<String> LIKE_MAY =
      Set.of(
          "may", "can", "must", "shall", "should", "might", "could", "will", "cannot", "maynot",
          "may_not", "may-not", "allow", "deny");

  /** What can follow a finished part of a sentence. */
  static final List<String> AFTER_USERS = List.of(EXCEPT, MAY, NOT);

  static final List<String> AFTER_RESOURCES = List.of(DIRECTLY, VIA, USING, WHEN);

  private Keywords() {}

  /** Whether the word, exactly as written, can't be a name. */
  static boolean isKeyword(String word) {
    return ALL.contains(word);
  }

  static boolean isLikeMay(String word) {
    return LIKE_MAY.contains(word.toLowerCase(Locale.ROOT));
  }
}
