package dev.onbehalf.products.export;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps and lists as JSON, in their order. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().defaultPrettyPrinter(printer()).build();

  private Json() {}

  /** The same line ends on every system. */
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
  }

  /** The text of the value, one line for each member. */
  public static String text(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
