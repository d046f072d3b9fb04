package dev.onbehalf.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of the policy sentences. */
public final class Keywords {
  public static final String EXCEPT = "except";
  public static final String MAY = "MAY";
  public static final String NOT = "NOT";
  public static final String USE = "use";
  public static final String ACCESS = "access";
  public static final String ANYONE = "anyone";

  /** Stands for the user of a request that an agent makes on its own. */
  public static final String NOBODY = "nobody";

  public static final String ANYTHING = "anything";
  public static final String DIRECTLY = "directly";
  public static final String VIA = "via";
  public static final String USING = "using";
  public static final String THEN = "then";
  public static final String ANY = "any";
  public static final String AGENT = "agent";
  public static final String WHEN = "when";
  public static final String IS = "is";
  public static final String AND = "and";

  private static final Set<String> ALL =
      Set.of(
          EXCEPT, MAY, NOT, USE, ACCESS, ANYONE, NOBODY, ANYTHING, DIRECTLY, VIA, USING, THEN, ANY,
          WHEN, IS, AND);

  /** Words people write where MAY belongs. */
  private static final Set<String> LIKE_MAY =
      Set.of(
          "may", "can", "must", "shall", "should", "might", "could", "will", "cannot", "maynot",
          "may_not", "may-not", "allow", "deny");

  /** What can follow a finished part of a sentence. */
  public static final List<String> AFTER_USERS = List.of(EXCEPT, MAY, NOT);

  public static final List<String> AFTER_RESOURCES = List.of(DIRECTLY, VIA, USING, WHEN);

  private Keywords() {}

  /** Whether the word, exactly as written, can't be a name. */
  public static boolean isKeyword(String word) {
    return ALL.contains(word);
  }

  public static boolean isLikeMay(String word) {
    return LIKE_MAY.contains(word.toLowerCase(Locale.ROOT));
  }
}
