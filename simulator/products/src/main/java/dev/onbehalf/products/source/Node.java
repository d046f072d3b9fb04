package dev.onbehalf.products.source;

import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a JSON or YAML file.
 *
 * @param text of a scalar, as it is written
 * @param items of a list
 * @param fields of a map, in the order of the file
 */
public record Node(
    Kind kind, String text, List<Node> items, Map<String, Node> fields, Place place) {
  /** What a node can be. */
  public enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("null"),
    LIST("a list"),
    MAP("a map");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  public Node {
    items = List.copyOf(items);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Node scalar(Kind kind, String text, Place place) {
    return new Node(kind, text, List.of(), Map.of(), place);
  }

  static Node list(List<Node> items, Place place) {
    return new Node(Kind.LIST, "", items, Map.of(), place);
  }

  static Node map(Map<String, Node> fields, Place place) {
    return new Node(Kind.MAP, "", List.of(), fields, place);
  }

  /** The value of the key, unless it is absent or null. */
  public Optional<Node> find(String key) {
    return Optional.ofNullable(fields.get(key)).filter(node -> node.kind != Kind.NULL);
  }

  /** The value of the key, which must be there. */
  public Node require(String key) throws BadSourceException {
    Optional<Node> found = asMap().find(key);
    if (found.isEmpty()) {
      throw new BadSourceException(place, "expected a key " + PrintableText.quoted(key));
    }
    return found.get();
  }

  /** This, which must be a map. */
  public Node asMap() throws BadSourceException {
    return as(Kind.MAP);
  }

  /** The items of what must be a list. */
  public List<Node> asList() throws BadSourceException {
    return as(Kind.LIST).items;
  }

  /** The items of a list, or this alone. */
  public List<Node> oneOrMore() {
    return kind == Kind.LIST ? items : List.of(this);
  }

  /** The text of what must be one. */
  public String asText() throws BadSourceException {
    return as(Kind.TEXT).text;
  }

  /** The value of what must be true or false. */
  public boolean asBoolean() throws BadSourceException {
    return as(Kind.BOOLEAN).text.equals("true");
  }

  /** A text, or the texts of a list. */
  public List<String> asTexts() throws BadSourceException {
    List<String> texts = new ArrayList<>();
    for (Node one : oneOrMore()) {
      texts.add(one.asText());
    }
    return texts;
  }

  /** The texts of a list under the key; none if it is absent. */
  public List<String> texts(String key) throws BadSourceException {
    Optional<Node> found = find(key);
    return found.isEmpty() ? List.of() : found.get().asTexts();
  }

  /** The items of a list under the key; none if it is absent. */
  public List<Node> list(String key) throws BadSourceException {
    Optional<Node> found = find(key);
    return found.isEmpty() ? List.of() : found.get().asList();
  }

  /** The text under the key, if it is there. */
  public Optional<String> text(String key) throws BadSourceException {
    Optional<Node> found = find(key);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().asText());
  }

  /** Whether the key has the value {@code true}. */
  public boolean isTrue(String key) {
    return find(key).filter(one -> one.kind == Kind.BOOLEAN && one.text.equals("true")).isPresent();
  }

  private Node as(Kind expected) throws BadSourceException {
    if (kind != expected) {
      throw new BadSourceException(place, "expected " + expected.words + ", found " + kind.words);
    }
    return this;
  }
}
