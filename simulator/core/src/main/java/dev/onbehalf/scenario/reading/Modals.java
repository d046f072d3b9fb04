package dev.onbehalf.scenario.reading;

import java.util.Locale;
import java.util.Set;

/** Words people write where MAY belongs. */
final class Modals {
  private static final Set<String> MAY_IN_OTHER_CASE =
      Set.of("may", "maynot", "may_not", "may-not");
  private static final Set<String> PERMITTING = Set.of("can", "might", "could", "will", "allow");
  private static final Set<String> DEMANDING = Set.of("must", "shall", "should");
  private static final Set<String> PROHIBITING =
      Set.of("cannot", "can't", "mustn't", "shouldn't", "won't", "never", "deny", "forbid");

  private Modals() {}

  static boolean isLikeMay(String word) {
    return isMay(word)
        || PERMITTING.contains(lower(word))
        || DEMANDING.contains(lower(word))
        || isProhibiting(word);
  }

  /** Whether the word alone says MAY NOT. */
  static boolean isProhibiting(String word) {
    return PROHIBITING.contains(lower(word));
  }

  /** The end of a message: what to write instead of the word. */
  static String meant(String word, boolean prohibits) {
    if (isMay(word)) {
      return "; MAY and NOT are upper case";
    }
    if (prohibits) {
      return "; write `MAY NOT`";
    }
    return DEMANDING.contains(lower(word))
        ? "; write `MAY`, or `MAY … only via` for a path that has to be taken"
        : "; write `MAY`";
  }

  private static boolean isMay(String word) {
    return MAY_IN_OTHER_CASE.contains(lower(word));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
