package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an object whose members are short visible strings, and not too many of them. */
public final class StringMembers {
  static final int MOST = 64;
  static final int LONGEST = 256;

  private StringMembers() {}

  public static SortedMap<String, String> of(JsonObject object) throws InvalidTokenException {
    SortedMap<String, String> members = new TreeMap<>();
    for (String name : object.names()) {
      members.put(name, object.identifier(name));
      requireShort(name);
      requireShort(object.text(name));
    }
    requireFew(members.size());
    return Collections.unmodifiableSortedMap(members);
  }

  private static void requireFew(int count) throws InvalidTokenException {
    if (count < 1 || count > MOST) {
      throw new InvalidTokenException("expected 1 to %d members, found %d".formatted(MOST, count));
    }
  }

  private static void requireShort(String text) throws InvalidTokenException {
    if (!PrintableText.isIdentifier(text) || text.codePointCount(0, text.length()) > LONGEST) {
      throw new InvalidTokenException(
          "expected at most %d visible characters, found %s"
              .formatted(LONGEST, PrintableText.quoted(text)));
    }
  }
}
