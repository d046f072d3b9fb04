package dev.onbehalf.scenario.reading;

import dev.onbehalf.text.PrintableText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to write what people mean by words that the sentences don't have. */
final class Rewordings {
  private static final String NO_ORDER =
      "values have no order: list them under `context`, as in `amount: [small, large]`, and write"
          + " `amount is large`";
  private static final String NO_PATTERNS = "names have no patterns: list them, or declare a group";
  private static final Pattern COMPARISON = Pattern.compile(".*[<>].*");
  private static final Pattern EQUATION = Pattern.compile(".+=.+");
  private static final Pattern WILDCARD = Pattern.compile(".*[*?%].*");

  private static final List<Row> ROWS =
      List.of(
          row("WHO", "everyone everybody anybody all every any users someone *", "write `anyone`"),
          row("WHO", "none noone no-one no", "write `anyone MAY NOT`"),
          row("ACTION", "anything everything all any every *", "write `use` for every action"),
          row("WHAT", "everything all every any resources *", "write `anything`"),
          row("HOP", "anyone anything everything all every agents *", "write `any agent`"),
          row(
              "WHO WHAT HOP ATTRIBUTE",
              "the a an its his her their my our own on of in to from",
              "leave {} out"),
          row(
              "WHO MODAL ACTION WHAT HOP AFTER_HOP AFTER_DIRECTLY",
              "only",
              "`only` stands before `via`, as in `alice MAY use document only via assistant`"),
          row(
              "WHO MODAL ACTION WHAT PATH HOP AFTER_HOP VALUE AFTER_VALUE",
              "and or & + ; nor",
              "names are separated by commas"),
          row("MODAL", "is are has gets does needs wants to", "write `MAY`"),
          row(
              "WHO MODAL ACTION WHAT",
              "via using through directly",
              "the path comes after the resources"),
          row("ACTION", "never", "write `MAY NOT`"),
          row("PATH", "through thru by with over across", "write `via`"),
          row("PATH", "on", "write `via` and the agent"),
          row(
              "PATH",
              "without alone personally myself himself herself themselves self",
              "write `directly`"),
          row("ONLY", "directly", "write `directly`, and `MAY NOT … via any agent` beside it"),
          row("EXCEPT", "directly", "write `MAY NOT … via any agent`"),
          row("ONLY EXCEPT", "through thru by with over across", "write `via`"),
          row(
              "PATH",
              "not",
              "write `MAY NOT … via`, or `MAY NOT … except via` for every other path"),
          row("PATH AFTER_HOP AFTER_DIRECTLY", "if where while whenever during", "write `when`"),
          row(
              "PATH AFTER_HOP AFTER_DIRECTLY AFTER_VALUE",
              "unless until",
              "write `when` and the values for which it holds"),
          row("AFTER_HOP", "-> => → > before next calling", "write `then`"),
          row("AFTER_HOP", "via using through", "write `then` between agents"),
          row("AFTER_HOP", "except", "write `any agent except` and those left out"),
          row(
              "AFTER_HOP AFTER_DIRECTLY",
              "directly via using through or and",
              "a sentence has one path; write two sentences"),
          row("IS", "= == equals are : =>", "write `is`"),
          row("IS", "in", "write `is` and the values"),
          row("IS VALUE", "!= <> not isn't isnt", "write `is` and the other values"),
          row("IS VALUE", "exceeds over above below under between more less greater at", NO_ORDER));

  private Rewordings() {}

  /** Where in a sentence a word is out of place. */
  enum Place {
    WHO,
    MODAL,
    ACTION,
    WHAT,
    PATH,
    ONLY,
    EXCEPT,
    HOP,
    AFTER_HOP,
    AFTER_DIRECTLY,
    ATTRIBUTE,
    IS,
    VALUE,
    AFTER_VALUE
  }

  private record Row(Set<Place> places, Set<String> words, String meant) {}

  private static Row row(String places, String words, String meant) {
    return new Row(
        split(places).map(Place::valueOf).collect(Collectors.toUnmodifiableSet()),
        split(words).collect(Collectors.toUnmodifiableSet()),
        meant);
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(text.split(" ", -1));
  }

  /** The end of a message: what to write instead of the word, if that can be told. */
  static Optional<String> of(Place place, String word) {
    return ROWS.stream()
        .filter(row -> row.places().contains(place))
        .filter(row -> row.words().contains(word.toLowerCase(Locale.ROOT)))
        .map(Row::meant)
        .findFirst()
        .or(() -> ofLook(place, word))
        .map(meant -> "; " + meant.replace("{}", PrintableText.quoted(word)));
  }

  private static Optional<String> ofLook(Place place, String word) {
    return switch (place) {
      case ATTRIBUTE, IS, VALUE -> ofCondition(word);
      case WHO, ACTION, WHAT, HOP ->
          WILDCARD.matcher(word).matches() ? Optional.of(NO_PATTERNS) : Optional.empty();
      case MODAL, PATH, ONLY, EXCEPT, AFTER_HOP, AFTER_DIRECTLY, AFTER_VALUE -> Optional.empty();
    };
  }

  private static Optional<String> ofCondition(String word) {
    if (COMPARISON.matcher(word).matches()) {
      return Optional.of(NO_ORDER);
    }
    return EQUATION.matcher(word).matches() ? Optional.of("write `is` for `=`") : Optional.empty();
  }
}
