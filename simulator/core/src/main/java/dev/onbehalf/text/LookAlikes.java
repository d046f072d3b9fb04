package dev.onbehalf.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Letters and digits that look the same, as far as people mix them up most. */
public final class LookAlikes {
  /**
   * Greek and Cyrillic small letters and digits, each above the Latin letter that it, or its
   * capital, is like.
   */
  private static final String OTHERS = "αβεζηικνορτυχγ" + "авекмнорстухіјѕԁһԛԝѵӏ" + "01";

  private static final String LATIN = "abezhikvoptyxy" + "abekmhopctyxijsdhqwvl" + "ol";

  private static final Set<UnicodeScript> ALPHABETS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private static final Map<Integer, Integer> LATIN_OF = latinOf();

  private LookAlikes() {}

  private static Map<Integer, Integer> latinOf() {
    Map<Integer, Integer> letters = new HashMap<>();
    for (int i = 0; i < OTHERS.length(); i++) {
      letters.put((int) OTHERS.charAt(i), (int) LATIN.charAt(i));
    }
    return letters;
  }

  /** The text in small letters with Latin ones for those that look like them. */
  public static String skeleton(String text) {
    return text.codePoints()
        .map(letter -> LATIN_OF.getOrDefault(letter, letter))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The alphabets with letters alike of which the word has some, by their names. */
  public static Set<String> alphabets(String word) {
    Set<String> names = new TreeSet<>();
    word.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(ALPHABETS::contains)
        .forEach(script -> names.add(name(script)));
    return names;
  }

  private static String name(UnicodeScript script) {
    return script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
