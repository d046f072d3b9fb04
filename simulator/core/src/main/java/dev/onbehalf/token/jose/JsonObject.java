package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members are asked for by the type they must have. */
public final class JsonObject {
  /** The last second of the year 9999; a later date is a number of milliseconds. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** The JSON value {@code null}, which is not the same as an absent member. */
  enum Null {
    NULL
  }

  private final String path;
  private final Map<String, Object> members;

  JsonObject(String path, Map<String, Object> members) {
    this.path = path;
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** This object with the member, in the place of one of its name. */
  public JsonObject with(String member, Object value) {
    Map<String, Object> others = new LinkedHashMap<>(members);
    others.put(member, value);
    return new JsonObject(path, others);
  }

  /** This object without the member. */
  public JsonObject without(String member) {
    Map<String, Object> others = new LinkedHashMap<>(members);
    others.remove(member);
    return new JsonObject(path, others);
  }

  public boolean has(String member) {
    return members.containsKey(member);
  }

  public List<String> names() {
    return List.copyOf(members.keySet());
  }

  public String text(String member) throws InvalidTokenException {
    return optionalText(member).orElseThrow(() -> unexpected(member, "a string"));
  }

  /** Whether the member is there and a string. */
  public boolean isText(String member) {
    return members.get(member) instanceof String;
  }

  /** Requires that the member is just this text. */
  public void requireText(String member, String expected) throws InvalidTokenException {
    if (!text(member).equals(expected)) {
      throw unexpected(member, PrintableText.quoted(expected));
    }
  }

  /** A string that is neither empty nor holds characters that do not show. */
  public String identifier(String member) throws InvalidTokenException {
    String text = text(member);
    if (!PrintableText.isIdentifier(text)) {
      throw unexpected(member, "visible characters");
    }
    return text;
  }

  /** A date (RFC 7519 section 2, NumericDate) as an integer literal. */
  public long seconds(String member) throws InvalidTokenException {
    return optionalSeconds(member).orElseThrow(() -> unexpected(member, "an integer"));
  }

  public Optional<String> optionalText(String member) throws InvalidTokenException {
    return optional(member, String.class, "a string");
  }

  /** The strings of an array; none if the member is missing. */
  public List<String> texts(String member) throws InvalidTokenException {
    List<String> texts = new ArrayList<>();
    for (Object element : optional(member, List.class, "an array").orElse(List.of())) {
      if (!(element instanceof String text)) {
        throw unexpected(member, "an array of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  public Optional<JsonObject> optionalObject(String member) throws InvalidTokenException {
    return optional(member, JsonObject.class, "an object");
  }

  public JsonObject object(String member) throws InvalidTokenException {
    return optionalObject(member).orElseThrow(() -> unexpected(member, "an object"));
  }

  /** An array of objects and nothing else. */
  public Optional<List<JsonObject>> optionalObjects(String member) throws InvalidTokenException {
    Optional<List<?>> array = optional(member, List.class, "an array").map(list -> list);
    return array.isEmpty() ? Optional.empty() : Optional.of(objects(member, array.get()));
  }

  private List<JsonObject> objects(String member, List<?> array) throws InvalidTokenException {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : array) {
      if (!(element instanceof JsonObject object)) {
        throw unexpected(member, "an array of objects");
      }
      objects.add(object);
    }
    return objects;
  }

  OptionalLong optionalSeconds(String member) throws InvalidTokenException {
    Optional<Long> seconds = optional(member, Long.class, "an integer");
    if (seconds.isEmpty()) {
      return OptionalLong.empty();
    }
    if (seconds.get() < 0 || seconds.get() > LAST_SECOND) {
      throw unexpected(member, "seconds since 1970 before the year 10000");
    }
    return OptionalLong.of(seconds.get());
  }

  public InvalidTokenException unexpected(String member, String expected) {
    return new InvalidTokenException(
        "expected %s as `%s%s`, found %s"
            .formatted(expected, path, member, describe(members.get(member))));
  }

  private <T> Optional<T> optional(String member, Class<T> type, String expected)
      throws InvalidTokenException {
    if (has(member) && !type.isInstance(members.get(member))) {
      throw unexpected(member, expected);
    }
    return Optional.ofNullable(members.get(member)).map(type::cast);
  }

  private static String describe(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof JsonObject) {
      return "an object";
    }
    return value instanceof List ? "an array" : PrintableText.quoted(literal(value));
  }

  private static String literal(Object value) {
    return value == Null.NULL ? "null" : value.toString();
  }
}
