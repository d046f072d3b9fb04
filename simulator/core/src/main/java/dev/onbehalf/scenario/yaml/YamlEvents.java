package dev.onbehalf.scenario.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/** The events of a YAML file with their places in the source. */
final class YamlEvents implements AutoCloseable {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Large, because the parser copies what it holds whenever a word outgrows the buffer. */
  private static final int BUFFER = 1 << 20;

  private static final YAMLFactory SHORT = factory(BUFFER);

  /** With room for every file: the parser stumbles over a surrogate pair across two buffers. */
  private static final YAMLFactory LONG = factory(SourceText.MAX_BYTES + 2);

  private static YAMLFactory factory(int buffer) {
    return YAMLFactory.builder()
        .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
        .disable(YAMLReadFeature.EMPTY_DOCUMENT_AS_EMPTY_OBJECT)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(NO_LIMIT)
                .maxNameLength(NO_LIMIT)
                .maxStringLength(NO_LIMIT)
                .build())
        .loadSettings(
            LoadSettings.builder()
                .setCodePointLimit(SourceText.MAX_BYTES)
                .setBufferSize(buffer)
                .setAllowDuplicateKeys(true)
                .build())
        .build();
  }

  private final YAMLParser parser;
  private final int length;

  YamlEvents(SourceText source) {
    YAMLFactory factory = source.text().length() < BUFFER - 1 ? SHORT : LONG;
    this.parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), source.text());
    this.length = source.length();
  }

  Optional<JsonToken> next() {
    return Optional.ofNullable(parser.nextToken());
  }

  String text() {
    return parser.getString();
  }

  boolean isAlias() {
    return parser.isCurrentAlias();
  }

  /** Where the current event begins; at its anchor or tag if it has one. */
  int start() {
    return within(parser.currentTokenLocation().getCharOffset());
  }

  Span span() {
    return new Span(start(), within(parser.currentLocation().getCharOffset()));
  }

  private int within(long offset) {
    return (int) Math.max(0, Math.min(offset, length));
  }

  @Override
  public void close() {
    parser.close();
  }
}
