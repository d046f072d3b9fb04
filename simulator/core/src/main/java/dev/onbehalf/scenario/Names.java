package dev.onbehalf.scenario;

import dev.onbehalf.text.PrintableText;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a name looks like, in the file and in the sentences. */
public final class Names {
  public static final int MAX_LENGTH = 256;

  private static final String BETWEEN = "._@:/+~-";

  private static final Pattern SCENARIO = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private Names() {}

  /** What is wrong with the text as the name of a scenario, if anything is. */
  public static Optional<String> problemOfScenario(String name) {
    return name.length() <= MAX_LENGTH && SCENARIO.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            PrintableText.quoted(name)
                + " can't name a scenario; expected at most "
                + MAX_LENGTH
                + " of `a-z`, `0-9` and `-`, not `-` first");
  }

  /** What is wrong with the text as a name, if anything is. */
  public static Optional<String> problem(String name) {
    if (Keywords.isKeyword(name)) {
      return Optional.of(
          PrintableText.quoted(name) + " is a word of the policy sentences and can't be a name");
    }
    return problemOfShape(name);
  }

  private static Optional<String> problemOfShape(String name) {
    int length = name.codePointCount(0, name.length());
    if (length > MAX_LENGTH) {
      return Optional.of("a name has at most " + MAX_LENGTH + " characters; this has " + length);
    }
    return isShaped(name)
        ? Optional.empty()
        : Optional.of(
            PrintableText.quoted(name)
                + " is not a name; names are letters and digits with `. _ @ : / + ~ -` between"
                + " them");
  }

  private static boolean isShaped(String name) {
    return !name.isEmpty()
        && Character.isLetterOrDigit(name.codePointAt(0))
        && Character.isLetterOrDigit(name.codePointBefore(name.length()))
        && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || BETWEEN.indexOf(c) >= 0);
  }
}
