package dev.onbehalf.reports.html;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a run was made, as far as it is known: for those who want to repeat it.
 *
 * @param command the exact command line
 * @param environment what the run depended on, as label and value
 */
public record Provenance(Optional<String> command, SortedMap<String, String> environment) {
  public Provenance {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** Nothing is known of the run. */
  public static Provenance unknown() {
    return new Provenance(Optional.empty(), new TreeMap<String, String>());
  }
}
