package dev.onbehalf.products.postgres;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as SQL has them. */
final class Sql {
  private Sql() {}

  /** A name of a role, table or policy. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String names(Collection<String> names) {
    return names.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** That the value is one of the texts. */
  static String isOneOf(String value, Collection<String> texts) {
    String all = texts.stream().map(Sql::text).collect(Collectors.joining(", "));
    return texts.size() == 1 ? value + " = " + all : value + " IN (" + all + ")";
  }
}
