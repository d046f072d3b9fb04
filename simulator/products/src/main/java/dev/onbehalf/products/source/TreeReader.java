package dev.onbehalf.products.source;

import dev.onbehalf.products.source.Node.Kind;
import dev.onbehalf.scenario.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/** Reads JSON and YAML into trees, and refuses what two readers could read differently. */
public final class TreeReader {
  /** Deeper than any policy, and shallow enough for everything that walks over the tree. */
  private static final int DEEPEST = 64;

  private static final int MOST_NODES = 500_000;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(2 * DEEPEST)
          .maxStringLength(SourceText.MAX_BYTES)
          .maxNameLength(SourceText.MAX_BYTES)
          .build();

  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLReadFeature.EMPTY_DOCUMENT_AS_EMPTY_OBJECT)
          .streamReadConstraints(LIMITS)
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(SourceText.MAX_BYTES)
                  .setBufferSize(SourceText.MAX_BYTES + 2)
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();

  private final JsonParser parser;
  private final int firstLine;
  private int nodes;

  private TreeReader(JsonParser parser, int firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  /** The one value of a JSON file. */
  public static Node json(SourceFile file) throws BadSourceException {
    return json(file.text(), file.place(), 1);
  }

  /**
   * The one value of a JSON text.
   *
   * @param place of the text in its file
   * @param firstLine that of the text in its file
   */
  public static Node json(String text, Place place, int firstLine) throws BadSourceException {
    List<Node> values = read(JSON.createParser(ObjectReadContext.empty(), text), place, firstLine);
    if (values.size() != 1) {
      throw new BadSourceException(
          place,
          values.isEmpty() ? "is empty; expected JSON" : "expected one JSON value, and no more");
    }
    return values.get(0);
  }

  /** The documents of a YAML file, empty ones left out; JSON is YAML, too. */
  public static List<Node> yaml(SourceFile file) throws BadSourceException {
    return read(YAML.createParser(ObjectReadContext.empty(), file.text()), file.place(), 1);
  }

  private static List<Node> read(JsonParser parser, Place place, int firstLine)
      throws BadSourceException {
    TreeReader reader = new TreeReader(parser, firstLine);
    try (parser) {
      return reader.values(place);
    } catch (JacksonException e) {
      int line = Math.max(1, e.getLocation().getLineNr());
      throw new BadSourceException(
          new Place(place.file(), line + firstLine - 1, place.path()), firstLineOf(e));
    }
  }

  private static String firstLineOf(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("can't be read");
  }

  private List<Node> values(Place place) throws BadSourceException {
    List<Node> values = new ArrayList<>();
    while (parser.nextToken() != null) {
      Node value = value(new Place(place.file(), line(), place.path()), 1);
      if (value.kind() != Kind.NULL) {
        values.add(value);
      }
    }
    return values;
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr()) + firstLine - 1;
  }

  private Node value(Place place, int depth) throws BadSourceException {
    check(place, depth);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return map(place, depth);
    }
    return token == JsonToken.START_ARRAY ? list(place, depth) : scalar(token, place);
  }

  private void check(Place place, int depth) throws BadSourceException {
    if (depth > DEEPEST) {
      throw new BadSourceException(place, "is nested deeper than " + DEEPEST + " lists and maps");
    }
    if (++nodes > MOST_NODES) {
      throw new BadSourceException(place, "the file has more than " + MOST_NODES + " values");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new BadSourceException(place, "is an alias; expected the value written out");
    }
  }

  private Node map(Place place, int depth) throws BadSourceException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place inside = place.at(line(), key);
      parser.nextToken();
      if (fields.put(key, value(inside, depth + 1)) != null) {
        throw new BadSourceException(inside, "is a key of this map already");
      }
    }
    return Node.map(fields, place);
  }

  private Node list(Place place, int depth) throws BadSourceException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(place.at(line(), String.valueOf(items.size())), depth + 1));
    }
    return Node.list(items, place);
  }

  private Node scalar(JsonToken token, Place place) {
    return switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> Node.scalar(Kind.BOOLEAN, parser.getString(), place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Node.scalar(Kind.NUMBER, parser.getString(), place);
      case VALUE_STRING -> Node.scalar(Kind.TEXT, parser.getString(), place);
      default -> Node.scalar(Kind.NULL, "", place);
    };
  }
}
