package dev.onbehalf.scenario;

import java.util.List;
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
  public static final String ONLY = "only";
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
          EXCEPT, MAY, NOT, USE, ACCESS, ANYONE, NOBODY, ANYTHING, DIRECTLY, ONLY, VIA, USING, THEN,
          ANY, WHEN, IS, AND);

  /** What can follow a finished part of a sentence. */
  public static final List<String> AFTER_USERS = List.of(EXCEPT, MAY, NOT);

  public static final List<String> AFTER_RESOURCES = List.of(DIRECTLY, ONLY, VIA, USING, WHEN);

  private Keywords() {}

  /** Whether the word, exactly as written, can't be a name. */
  public static boolean isKeyword(String word) {
    return ALL.contains(word);
  }
}
