package dev.onbehalf.evidence;

import java.util.List;
import java.util.stream.Stream;

/** What a strategy does that some won't have, whatever machinery it takes; the list is closed. */
public enum Habit {
  PASS_USER_TOKENS(
      "pass-user-tokens", "the agent gets a token that is good at the resource as the user's"),
  STORE_USER_SECRETS("store-user-secrets", "somebody keeps users' logins or secrets at rest");

  private final String word;
  private final String sentence;

  Habit(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** The words of all. */
  public static List<String> words() {
    return Stream.of(values()).map(Habit::word).toList();
  }

  /** The word for it in scenarios and results. */
  public String word() {
    return word;
  }

  /** What it is, in words. */
  public String sentence() {
    return sentence;
  }
}
