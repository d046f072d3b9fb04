package dev.onbehalf.scenario.yaml;

import java.util.List;

/** A node of a YAML file; every scalar is text. */
public sealed interface YamlNode {
  Span span();

  /** Text, with the span of the word or words themselves. */
  record Scalar(String text, Span span, Span raw) implements YamlNode {
    public Word word() {
      return new Word(text, span);
    }
  }

  /** A place where a value could stand. */
  record Absent(Span span) implements YamlNode {}

  /** A node that was refused already and is best passed over. */
  record Unreadable(Span span) implements YamlNode {}

  /** A list. */
  record Sequence(Span span, List<YamlNode> items) implements YamlNode {}

  /**
   * A map.
   *
   * @param complete whether no entry was refused
   */
  record Mapping(Span span, List<Entry> entries, boolean complete) implements YamlNode {}

  /** A key and its value. */
  record Entry(Word key, YamlNode value) {}
}
