package dev.onbehalf.scenario;

import dev.onbehalf.text.LookAlikes;
import dev.onbehalf.text.PrintableText;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a name looks like, in the file and in the sentences. */
public final class Names {
  public static final int MAX_LENGTH = 256;

  /** Files are called by it, whose names with their ends have 255 letters at most. */
  private static final int MAX_LENGTH_OF_SCENARIO = 200;

  private static final String BETWEEN = "._@:/+~-";

  private static final Pattern SCENARIO = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private Names() {}

  /** What is wrong with the text as the name of a scenario, if anything is. */
  public static Optional<String> problemOfScenario(String name) {
    return name.length() <= MAX_LENGTH_OF_SCENARIO && SCENARIO.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            PrintableText.quoted(name)
                + " can't name a scenario; expected at most "
                + MAX_LENGTH_OF_SCENARIO
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
        ? problemOfAlphabets(name)
        : Optional.of(
            PrintableText.quoted(name)
                + " is not a name; names are letters and digits with `. _ @ : / + ~ -` between"
                + " them");
  }

  /** A Cyrillic letter among Latin ones makes another name, which looks like that without it. */
  private static Optional<String> problemOfAlphabets(String name) {
    return Stream.of(name.split("[" + BETWEEN + "]", -1))
        .map(LookAlikes::alphabets)
        .filter(alphabets -> alphabets.size() > 1)
        .findFirst()
        .map(
            alphabets ->
                "%s mixes %s letters in one word, which look alike"
                    .formatted(PrintableText.quoted(name), String.join(" and ", alphabets)));
  }

  private static boolean isShaped(String name) {
    return !name.isEmpty()
        && Character.isLetterOrDigit(name.codePointAt(0))
        && Character.isLetterOrDigit(name.codePointBefore(name.length()))
        && name.codePoints().allMatch(Names::isShaped);
  }

  private static boolean isShaped(int letter) {
    return (Character.isLetterOrDigit(letter) && !PrintableText.isHidden(letter))
        || BETWEEN.indexOf(letter) >= 0;
  }
}
