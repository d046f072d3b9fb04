package dev.onbehalf.scenario;

import java.util.List;

/** A context attribute, its finite values, one at least, and who knows which of them it is. */
public record ContextAttribute(String name, List<String> values, KnownTo knownTo) {
  public ContextAttribute {
    values = List.copyOf(values);
  }
}
