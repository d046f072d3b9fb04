package dev.onbehalf.token;

import java.util.List;

/**
 * One thing that someone has to create and look after.
 *
 * @param names whom or what it concerns; together with the kind they tell it from all others
 */
public record Registration(Kind kind, List<String> names) {
  public Registration {
    names = List.copyOf(names);
  }

  /** What is created. */
  public enum Kind {
    USER("user account"),
    CLIENT("client"),
    CONSENT("consent"),
    CERTIFICATE("client certificate"),
    WORKLOAD_KEY("workload key"),
    /** A resource's own key for the macaroons of one of its users. */
    ROOT_KEY("root key");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it in results. */
    public String word() {
      return word;
    }
  }
}
