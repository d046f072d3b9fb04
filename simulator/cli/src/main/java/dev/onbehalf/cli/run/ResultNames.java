package dev.onbehalf.cli.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of a command's scenarios, which name files: none may be that of another's. */
public final class ResultNames {
  private static final String INDEX = "index";

  private final boolean several;
  private final Map<String, String> files = new HashMap<>();

  /** No names yet, of one file or of several, to which an index leads. */
  public ResultNames(boolean several) {
    this.several = several;
  }

  /** Takes the name for the file; says what is wrong if it is taken. */
  public Optional<String> take(String name, String file) {
    if (several && name.equals(INDEX)) {
      return Optional.of(
          "the scenario is called `index`, and the index of several would overwrite its page");
    }
    return Optional.ofNullable(files.putIfAbsent(name, file))
        .map(
            other ->
                "the scenario is called `%s` like that of `%s`, and would overwrite its result"
                    .formatted(name, other));
  }
}
