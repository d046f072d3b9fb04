package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.ScalarWords;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Span;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Absent;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import dev.onbehalf.scenario.yaml.YamlNode.Sequence;
import dev.onbehalf.scenario.yaml.YamlNode.Unreadable;
import dev.onbehalf.text.Suggestions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads nodes as the lists, maps and names that they should be, and reports the others. */
record NodeReader(SourceText source, Problems problems) {
  /** The items of a list; empty if it isn't one. */
  Optional<List<YamlNode>> list(Entry entry, String example) {
    if (entry.value() instanceof Sequence sequence) {
      return Optional.of(sequence.items());
    }
    wrong(entry.value(), entry.key(), "a list, such as `" + example + "`");
    return Optional.empty();
  }

  /** The items of a list that must have some; no items if it has none or isn't a list. */
  List<YamlNode> items(Entry entry, String example) {
    Optional<List<YamlNode>> items = list(entry, example);
    if (items.isPresent() && items.get().isEmpty()) {
      problems.add(entry.key().span(), entry.key().quoted() + " is empty; expected one at least");
    }
    return items.orElse(List.of());
  }

  /** A map; empty if it isn't one. */
  Optional<Mapping> map(Entry entry, String example) {
    if (entry.value() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    wrong(entry.value(), entry.key(), "a map, such as `" + example + "`");
    return Optional.empty();
  }

  /** The text of an entry; empty if there is none. */
  Optional<Scalar> text(Entry entry, String expected) {
    if (entry.value() instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    wrong(entry.value(), entry.key(), expected);
    return Optional.empty();
  }

  /** One of a few words; empty if there is none, or another, which is reported. */
  Optional<String> choice(Entry entry, String key, List<String> words) {
    String expected = listed(words);
    Optional<Word> word = text(entry, expected).map(Scalar::word);
    word.filter(found -> !words.contains(found.text()))
        .ifPresent(
            found ->
                problems.add(
                    found.span(),
                    "`"
                        + key
                        + "` is "
                        + expected
                        + ", not "
                        + found.quoted()
                        + Suggestions.hint(found.text(), words)));
    return word.map(Word::text).filter(words::contains);
  }

  /** A number or time; empty if there is none, or another text, which is reported. */
  Optional<BigDecimal> quantity(Entry entry, Quantity quantity) {
    Optional<Word> word = text(entry, quantity.expected()).map(Scalar::word);
    Optional<BigDecimal> value = word.flatMap(written -> quantity.parse(written.text()));
    if (value.isEmpty()) {
      word.ifPresent(
          written ->
              problems.add(
                  written.span(),
                  "expected " + quantity.expected() + ", found " + written.quoted()));
    }
    return value;
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    String before = String.join("`, `", words.subList(0, last));
    return (last == 0 ? "`" : "`" + before + "` or `") + words.get(last) + "`";
  }

  /** A name; empty if there is none, but not if it is no proper one. */
  Optional<Word> name(YamlNode node, Word owner) {
    Optional<Word> name = anyName(node, owner);
    name.ifPresent(this::check);
    return name;
  }

  /** A name that may be a keyword. */
  Optional<Word> anyName(YamlNode node, Word owner) {
    if (node instanceof Scalar scalar && !scalar.text().isEmpty()) {
      return Optional.of(scalar.word());
    }
    wrong(node, owner, "a name");
    return Optional.empty();
  }

  /** Whether the word is a proper name; reports it if it isn't. */
  boolean check(Word name) {
    Optional<String> problem = Names.problem(name.text());
    problem.ifPresent(words -> problems.add(name.span(), words));
    return problem.isEmpty();
  }

  /** The words of a text and their places. */
  List<Word> words(Scalar scalar) {
    return ScalarWords.of(scalar, source);
  }

  int lineNumber(Span span) {
    return source.lineNumber(span);
  }

  Position position(Span span) {
    return source.position(span.start());
  }

  /** Reports a node that is something else than expected. */
  void wrong(YamlNode node, Word owner, String expected) {
    if (node instanceof Absent) {
      Span span = isKeyOf(owner, node) ? owner.span() : node.span();
      problems.add(span, owner.quoted() + ": expected " + expected + ", found nothing");
    } else if (!(node instanceof Unreadable)) {
      problems.add(node.span(), owner.quoted() + ": expected " + expected + ", found " + a(node));
    }
  }

  /** Whether the absent value follows the key itself, rather than the dash of an item. */
  private boolean isKeyOf(Word owner, YamlNode absent) {
    return source.at(absent.span().start()) != '-' || owner.span().end() > absent.span().start();
  }

  private static String a(YamlNode node) {
    if (node instanceof Sequence) {
      return "a list";
    }
    if (node instanceof Mapping) {
      return "a map";
    }
    return node instanceof Scalar scalar && scalar.text().isBlank() ? "an empty text" : "a text";
  }
}
