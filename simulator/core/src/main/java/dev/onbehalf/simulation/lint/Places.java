package dev.onbehalf.simulation.lint;

import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.ScalarWords;
import dev.onbehalf.scenario.yaml.SourceDecoder;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Span;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import dev.onbehalf.scenario.yaml.YamlNode.Sequence;
import dev.onbehalf.scenario.yaml.YamlTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the names and sentences of a valid scenario file stand. */
record Places(SourceText source, Mapping root) {
  /** The places of a file; empty if it is no map. */
  static Optional<Places> of(byte[] bytes) {
    SourceText source = new SourceText(SourceDecoder.decode(bytes).text());
    return YamlTree.read(source, new Problems(source)).map(root -> new Places(source, root));
  }

  Position position(Span span) {
    return source.position(span.start());
  }

  /** What stands under a key of the file. */
  Optional<YamlNode> under(String key) {
    return under(root, key);
  }

  static Optional<YamlNode> under(Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().is(key))
        .map(Entry::value)
        .findFirst();
  }

  /** The names that are declared under a key: the items of its list, or the keys of its map. */
  List<Word> declared(String key) {
    return under(key).map(Places::declared).orElse(List.of());
  }

  private static List<Word> declared(YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().map(Entry::key).toList()
        : items(node).flatMap(Places::words).toList();
  }

  /** The values of a map. */
  static Stream<YamlNode> values(YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().map(Entry::value)
        : Stream.of();
  }

  /** The items of a list. */
  static Stream<YamlNode> items(YamlNode node) {
    return node instanceof Sequence sequence ? sequence.items().stream() : Stream.of();
  }

  /** The words of each sentence, in the order of the file. */
  List<List<Word>> sentences() {
    return under("policies").stream().flatMap(Places::items).map(this::sentence).toList();
  }

  private List<Word> sentence(YamlNode item) {
    YamlNode said = item instanceof Mapping map ? under(map, "say").orElse(item) : item;
    return said instanceof Scalar scalar ? ScalarWords.of(scalar, source) : List.of();
  }

  /** Every word below a node: texts, and the keys of maps. */
  static Stream<Word> words(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return Stream.of(scalar.word());
    }
    return node instanceof Mapping mapping
        ? mapping.entries().stream().flatMap(Places::words)
        : items(node).flatMap(Places::words);
  }

  private static Stream<Word> words(Entry entry) {
    return Stream.concat(Stream.of(entry.key()), words(entry.value()));
  }
}
