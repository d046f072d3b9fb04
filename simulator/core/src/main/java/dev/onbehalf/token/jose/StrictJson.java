package dev.onbehalf.token.jose;

import com.nimbusds.jose.shaded.gson.Strictness;
import com.nimbusds.jose.shaded.gson.stream.JsonReader;
import com.nimbusds.jose.shaded.gson.stream.JsonToken;
import dev.onbehalf.text.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one JSON object as RFC 8259 has it, and nothing that two readers might read in two ways.
 */
public final class StrictJson {
  private static final int DEEPEST_NESTING = 32;
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

  private final JsonReader reader;

  private StrictJson(String text) {
    reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST_NESTING);
  }

  public static JsonObject read(String name, byte[] octets) throws InvalidTokenException {
    String text = decode(name, octets);
    try {
      return new StrictJson(text).document();
    } catch (IOException e) {
      throw new InvalidTokenException("expected the %s to be one JSON object".formatted(name));
    }
  }

  private static String decode(String name, byte[] octets) throws InvalidTokenException {
    String text;
    try {
      // RFC 7519 section 7.2 and RFC 8725 section 3.7: UTF-8 and nothing else
      text = PlainText.decodeUtf8(octets);
    } catch (CharacterCodingException e) {
      throw new InvalidTokenException("expected the %s in UTF-8".formatted(name));
    }
    // RFC 8259 section 8.1: no byte order mark
    if (text.startsWith("\ufeff")) {
      throw new InvalidTokenException("expected the %s without a byte order mark".formatted(name));
    }
    return text;
  }

  private JsonObject document() throws IOException, InvalidTokenException {
    if (reader.peek() != JsonToken.BEGIN_OBJECT) {
      throw new IOException("no object");
    }
    JsonObject object = object("");
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("more than an object");
    }
    return object;
  }

  private JsonObject object(String path) throws IOException, InvalidTokenException {
    Map<String, Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      // RFC 7515 section 4, RFC 7519 section 4: names are unique
      if (members.containsKey(name)) {
        throw new InvalidTokenException("expected one member " + PlainText.quote(path + name));
      }
      members.put(name, value(path + name));
    }
    reader.endObject();
    return new JsonObject(path, members);
  }

  private Object value(String path) throws IOException, InvalidTokenException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(path + ".");
      case BEGIN_ARRAY -> array(path + "[]");
      case STRING -> reader.nextString();
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> nothing();
      case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> throw new IOException("no value");
    };
  }

  private List<Object> array(String path) throws IOException, InvalidTokenException {
    List<Object> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(value(path));
    }
    reader.endArray();
    return elements;
  }

  private JsonObject.Null nothing() throws IOException {
    reader.nextNull();
    return JsonObject.Null.NULL;
  }

  private static Object number(String literal) {
    if (INTEGER.matcher(literal).matches()) {
      return Long.valueOf(literal);
    }
    return Double.valueOf(literal);
  }
}
