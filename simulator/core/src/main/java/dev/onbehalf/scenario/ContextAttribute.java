package dev.onbehalf.scenario;

import java.util.List;

/** A context attribute and its finite values, one at least. */
public record ContextAttribute(String name, List<String> values) {
  public ContextAttribute {
    values = List.copyOf(values);
  }
}
