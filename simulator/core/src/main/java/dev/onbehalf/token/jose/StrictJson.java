package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object as RFC 8259 has it, and nothing that two readers might read in two ways.
 */
public final class StrictJson {
  private static final int DEEPEST_NESTING = 32;
  private static final int LONGEST_DOCUMENT = 64 * 1024;
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST_NESTING)
                  .maxDocumentLength(LONGEST_DOCUMENT)
                  .build())
          // What strangers name their members is no word to keep.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private final String document;
  private final JsonParser parser;

  private StrictJson(String document, JsonParser parser) {
    this.document = document;
    this.parser = parser;
  }

  /**
   * Reads the octets.
   *
   * @param name what they are, for the message of a refusal
   */
  public static JsonObject read(String name, byte[] octets) throws InvalidTokenException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), decode(name, octets))) {
      return new StrictJson(name, parser).document();
    } catch (JacksonException e) {
      throw noObject(name);
    }
  }

  private static String decode(String name, byte[] octets) throws InvalidTokenException {
    String text;
    try {
      // RFC 7519 section 7.2 and RFC 8725 section 3.7: UTF-8 and nothing else
      text = PrintableText.decodeUtf8(octets);
    } catch (CharacterCodingException e) {
      throw new InvalidTokenException("expected the %s in UTF-8".formatted(name));
    }
    // RFC 8259 section 8.1: no byte order mark
    if (text.startsWith("\ufeff")) {
      throw new InvalidTokenException("expected the %s without a byte order mark".formatted(name));
    }
    return text;
  }

  private JsonObject document() throws InvalidTokenException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw noObject(document);
    }
    JsonObject object = object("");
    if (parser.nextToken() != null) {
      throw noObject(document);
    }
    return object;
  }

  private JsonObject object(String path) throws InvalidTokenException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      // RFC 7515 section 4, RFC 7519 section 4: names are unique
      if (members.containsKey(name)) {
        throw new InvalidTokenException("expected one member " + PrintableText.quoted(path + name));
      }
      members.put(name, value(parser.nextToken(), path + name));
    }
    return new JsonObject(path, members);
  }

  private List<Object> array(String path) throws InvalidTokenException {
    List<Object> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(token, path));
      token = parser.nextToken();
    }
    return elements;
  }

  private Object value(JsonToken token, String path) throws InvalidTokenException {
    return switch (token) {
      case START_OBJECT -> object(path + ".");
      case START_ARRAY -> array(path + "[]");
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> JsonObject.Null.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw noObject(document);
    };
  }

  private static Object number(String literal) {
    if (INTEGER.matcher(literal).matches()) {
      return Long.valueOf(literal);
    }
    return Double.valueOf(literal);
  }

  private static InvalidTokenException noObject(String name) {
    return new InvalidTokenException("expected the %s to be one JSON object".formatted(name));
  }
}
