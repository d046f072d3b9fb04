package dev.onbehalf.scenario.yaml;

import dev.onbehalf.scenario.yaml.YamlNode.Absent;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import dev.onbehalf.scenario.yaml.YamlNode.Sequence;
import dev.onbehalf.scenario.yaml.YamlNode.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Builds nodes from the events of a YAML file, and refuses what a scenario does without. */
public final class YamlTree {
  private static final int DEEPEST = 8;
  private static final int MOST_NODES = 500_000;

  private final SourceText source;
  private final YamlEvents events;
  private final YamlChecks checks;
  private final Problems problems;
  private int nodes;

  private YamlTree(SourceText source, YamlEvents events, Problems problems) {
    this.source = source;
    this.events = events;
    this.checks = new YamlChecks(source, problems);
    this.problems = problems;
  }

  /** The map that the file consists of; empty if a problem was reported instead. */
  public static Optional<Mapping> read(SourceText source, Problems problems) {
    try (YamlEvents events = new YamlEvents(source)) {
      return Optional.of(new YamlTree(source, events, problems).document());
    } catch (YamlStopException reported) {
      return Optional.empty();
    }
  }

  private Mapping document() throws YamlStopException {
    try {
      checks.directives();
      Mapping root = root(events.next());
      end(events.next());
      return root;
    } catch (JacksonException e) {
      problems.add(YamlErrors.span(e, events, source), YamlErrors.message(e, events, source));
      throw new YamlStopException();
    }
  }

  private Mapping root(Optional<JsonToken> token) throws YamlStopException {
    if (token.isEmpty()) {
      throw stop(new Span(0, 1), "the file is empty; expected keys such as `scenario` and `users`");
    }
    if (token.get() != JsonToken.START_OBJECT) {
      throw stop(rootSpan(), "expected a map with keys such as `scenario` and `users`");
    }
    checks.properties(events.span());
    return mapping(1);
  }

  private Span rootSpan() {
    Span span = events.span();
    return span.start() == span.end()
        ? checks.documentMark(span.start())
        : source.wordAt(span.start());
  }

  private void end(Optional<JsonToken> token) throws YamlStopException {
    if (token.isPresent()) {
      throw stop(
          checks.documentMark(events.start()),
          "a scenario is one document; expected the end of the file");
    }
  }

  private YamlNode node(JsonToken token, int depth) throws YamlStopException {
    count();
    boolean refused = events.isAlias() || checks.properties(events.span());
    if (token.isScalarValue()) {
      return refused ? alias() : scalar();
    }
    if (depth > DEEPEST) {
      throw stop(source.wordAt(events.start()), "nested deeper than any part of a scenario");
    }
    return token == JsonToken.START_OBJECT ? mapping(depth) : sequence(depth);
  }

  private Unreadable alias() {
    checks.properties(events.span());
    return new Unreadable(events.span());
  }

  private YamlNode scalar() throws YamlStopException {
    Span raw = events.span();
    String text = text(raw);
    if (raw.start() == raw.end()) {
      return new Absent(checks.indicatorBefore(raw.start()));
    }
    if (checks.hidden(text, raw)) {
      return new Unreadable(raw);
    }
    return new Scalar(text, ScalarWords.content(text, raw, source), raw);
  }

  private String text(Span raw) throws YamlStopException {
    String text = events.text();
    if (text.length() > YamlChecks.LONGEST) {
      throw stop(source.wordAt(raw.start()), YamlChecks.TOO_LONG);
    }
    return text;
  }

  private Sequence sequence(int depth) throws YamlStopException {
    Span span = new Span(events.start(), events.start() + 1);
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = token(); token != JsonToken.END_ARRAY; token = token()) {
      items.add(node(token, depth + 1));
    }
    return new Sequence(span, items);
  }

  private Mapping mapping(int depth) throws YamlStopException {
    Span start = new Span(events.start(), events.start() + 1);
    Map<String, Word> keys = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    boolean complete = true;
    while (token() != JsonToken.END_OBJECT) {
      Word key = key();
      boolean usable = checks.key(key, events.span()) && isNew(key, keys);
      YamlNode value = node(token(), depth + 1);
      if (usable) {
        entries.add(new Entry(key, value));
      }
      complete &= usable;
    }
    boolean flow = source.at(start.start()) == '{' || entries.isEmpty();
    return new Mapping(flow ? start : entries.get(0).key().span(), entries, complete);
  }

  private Word key() throws YamlStopException {
    count();
    Span raw = events.span();
    String text = text(raw);
    return new Word(text, ScalarWords.content(text, raw, source));
  }

  private boolean isNew(Word key, Map<String, Word> keys) {
    Word earlier = keys.putIfAbsent(key.text(), key);
    if (earlier != null) {
      int line = source.lineNumber(earlier.span());
      problems.add(
          key.span(), () -> key.quoted() + " is a key of this map already, on line " + line);
    }
    return earlier == null;
  }

  private JsonToken token() {
    return events.next().orElseThrow();
  }

  private void count() throws YamlStopException {
    if (++nodes > MOST_NODES) {
      throw stop(
          source.wordAt(Math.min(events.start(), source.length() - 1)),
          "the file has more than " + MOST_NODES + " keys, values and lists");
    }
  }

  private YamlStopException stop(Span span, String message) {
    problems.add(span, message);
    return new YamlStopException();
  }
}
