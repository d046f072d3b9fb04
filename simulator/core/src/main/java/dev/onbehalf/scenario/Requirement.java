package dev.onbehalf.scenario;

import java.util.List;
import java.util.stream.Stream;

/** What a scenario may require of a design beside its policies; the list is closed. */
public enum Requirement {
  ATTRIBUTION("attribution"),
  REVOKE_AGENT("revoke-agent"),
  REVOKE_USER("revoke-user"),
  STOLEN_TOKEN("stolen-token"),
  HIJACKED_AGENT("hijacked-agent"),
  UNATTENDED("unattended");

  private final String word;

  Requirement(String word) {
    this.word = word;
  }

  /** The words of all. */
  public static List<String> words() {
    return Stream.of(values()).map(Requirement::word).toList();
  }

  /** The word for it in scenarios and results. */
  public String word() {
    return word;
  }
}
