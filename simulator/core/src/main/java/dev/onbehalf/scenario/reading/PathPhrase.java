package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.PathPattern.Via;
import java.util.List;

/** The path of a sentence, whose agents may depend on the user. */
record PathPhrase(Form form, List<Members> hops) {
  /** How a path is named. */
  enum Form {
    EVERY_PATH,
    DIRECTLY,
    VIA,
    ONLY_VIA,
    EXCEPT_VIA
  }

  static PathPhrase of(Form form) {
    return new PathPhrase(form, List.of());
  }

  /** The same agents, named in another way. */
  PathPhrase as(Form other) {
    return new PathPhrase(other, hops);
  }

  /** Whether different users can have different agents. */
  boolean varies() {
    return hops.stream().anyMatch(Members::vary);
  }

  PathPattern of(String user) {
    return switch (form) {
      case EVERY_PATH -> new PathPattern.EveryPath();
      case DIRECTLY -> new PathPattern.Directly();
      case VIA, ONLY_VIA -> via(user);
      case EXCEPT_VIA -> new PathPattern.ExceptVia(via(user));
    };
  }

  private Via via(String user) {
    return new Via(hops.stream().map(hop -> hop.of(user)).toList());
  }

  /** About how much work it is to tell the path of one user. */
  long cost() {
    return 1 + hops.stream().mapToLong(Members::cost).sum();
  }
}
