package dev.onbehalf.token;

import com.nimbusds.jose.shaded.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes objects of strings, integers and further objects as JSON (RFC 8259). */
final class JsonText {
  private JsonText() {}

  /** The members in the order of the map. */
  static String of(Map<String, Object> members) {
    StringWriter text = new StringWriter(512);
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setHtmlSafe(false);
      write(members, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Map<?, ?> members, JsonWriter writer) throws IOException {
    writer.beginObject();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      writer.name(member.getKey().toString());
      write(member.getValue(), writer);
    }
    writer.endObject();
  }

  private static void write(Object value, JsonWriter writer) throws IOException {
    if (value instanceof Map<?, ?> members) {
      write(members, writer);
    } else if (value instanceof Long number) {
      writer.value(number);
    } else if (value instanceof String text) {
      writer.value(text);
    } else {
      throw new IllegalArgumentException("expected a string, an integer or an object");
    }
  }
}
