package dev.onbehalf.products.draft;

import java.util.List;

/**
 * A scenario made of somebody's policies.
 *
 * @param changedNames one line for each name that isn't the source's own
 */
public record Imported(String yaml, Losses losses, List<String> changedNames) {
  public Imported {
    changedNames = List.copyOf(changedNames);
  }
}
