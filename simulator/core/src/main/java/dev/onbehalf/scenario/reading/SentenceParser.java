package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.reading.PathPhrase.Form;
import dev.onbehalf.scenario.reading.Rewordings.Place;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a policy sentence, one method for each part of its grammar. */
final class SentenceParser {
  private static final String MAY_OR_MAY_NOT = "`MAY` or `MAY NOT`";
  private static final String WHO = "`anyone`, `nobody`, " + Kind.USER.oneOrGroup();
  private static final String AN_AGENT = "`any agent`, " + Kind.AGENT.oneOrGroup();
  private static final String AN_ACTION = "`use` or an action";

  private final SentenceWords words;
  private final Vocabulary vocabulary;
  private final Problems problems;

  private SentenceParser(List<Word> words, Vocabulary vocabulary, Problems problems) {
    this.words = new SentenceWords(words);
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** What one policy says; a sentence has one, or two if it permits only a path. */
  record Rule(Effect effect, List<Clause> clauses) {}

  /** What the sentence says; nothing if it breaks off at a word that doesn't fit. */
  static List<Rule> parse(List<Word> words, Vocabulary vocabulary, Problems problems) {
    try {
      return new SentenceParser(words, vocabulary, problems).rules(words.get(0));
    } catch (SentenceException reported) {
      return List.of();
    }
  }

  private List<Rule> rules(Word first) throws SentenceException {
    return statements().stream()
        .map(one -> new Rule(one.effect(), vocabulary.clauses(one, first)))
        .toList();
  }

  private List<Statement> statements() throws SentenceException {
    Members who = users();
    Effect effect = effect();
    List<Word> actions = actions();
    Set<String> resources = resources(actions);
    vocabulary.checkActions(actions, resources);
    Word before = words.peek();
    PathPhrase path = path(effect);
    checkNobody(who, path.form(), before);
    Map<String, Set<String>> conditions = conditions();
    end(path.form(), conditions);
    Statement said =
        new Statement(effect, who, Vocabulary.texts(actions), resources, path, conditions);
    return path.form() == Form.ONLY_VIA ? List.of(said, said.otherwise()) : List.of(said);
  }

  private Members users() throws SentenceException {
    Word first = words.peek();
    List<Word> users = who();
    return words.skip(Keywords.EXCEPT)
        ? vocabulary.membersExcept(Kind.USER, users, except(), first)
        : vocabulary.members(Kind.USER, users);
  }

  private List<Word> who() throws SentenceException {
    if (words.skip(Keywords.ANYONE)) {
      return List.of();
    }
    List<Word> users = new ArrayList<>();
    do {
      users.add(words.isNext(Keywords.NOBODY) ? words.next() : name(Place.WHO, WHO));
    } while (words.skip(","));
    return users;
  }

  private List<Word> except() throws SentenceException {
    List<Word> users = who();
    users.stream().filter(user -> user.is(Keywords.NOBODY)).forEach(this::isNoException);
    return users;
  }

  private void isNoException(Word nobody) {
    problems.add(
        nobody.span(),
        "`nobody` is no exception, since `anyone` and groups don't include it; expected "
            + Kind.USER.oneOrGroup());
  }

  private void checkNobody(Members who, Form path, Word directly) {
    if (path == Form.DIRECTLY && who.always().contains(Keywords.NOBODY)) {
      problems.add(
          directly.span(),
          "an agent that works for `nobody` can't call `directly`; expected `via` and the agent,"
              + " or users without `nobody`");
    }
  }

  private Effect effect() throws SentenceException {
    if (words.skip(Keywords.MAY)) {
      return not() ? Effect.MAY_NOT : Effect.MAY;
    }
    if (words.atEnd() || !Modals.isLikeMay(words.peek().text())) {
      throw unexpected(Place.MODAL, MAY_OR_MAY_NOT, Keywords.AFTER_USERS);
    }
    return likeMay(words.next());
  }

  private Effect likeMay(Word found) {
    boolean not = !words.atEnd() && words.peek().text().equalsIgnoreCase(Keywords.NOT);
    if (not) {
      words.next();
    }
    boolean prohibits = not || Modals.isProhibiting(found.text());
    report(found, MAY_OR_MAY_NOT + Modals.meant(found.text(), prohibits));
    return prohibits ? Effect.MAY_NOT : Effect.MAY;
  }

  private boolean not() {
    if (isNotInOtherCase()) {
      report(words.next(), "`NOT` or an action; MAY and NOT are upper case");
      return true;
    }
    return words.skip(Keywords.NOT);
  }

  private boolean isNotInOtherCase() {
    return words.isNameNext()
        && words.peek().text().equalsIgnoreCase(Keywords.NOT)
        && !vocabulary.isAction(words.peek().text());
  }

  private List<Word> actions() throws SentenceException {
    if (words.isNext(Keywords.USE) || words.isNext(Keywords.ACCESS)) {
      return everyAction();
    }
    List<Word> actions = new ArrayList<>();
    do {
      if (words.isNext(Keywords.USE) || words.isNext(Keywords.ACCESS)) {
        meansEveryAction(words.next());
      } else {
        actions.add(name(Place.ACTION, AN_ACTION));
      }
    } while (words.skip(","));
    return actions;
  }

  private List<Word> everyAction() throws SentenceException {
    Word use = words.next();
    if (words.isNext(",")) {
      meansEveryAction(use);
      while (words.skip(",")) {
        words.next();
      }
    }
    return List.of();
  }

  private void meansEveryAction(Word use) {
    problems.add(
        use.span(), use.quoted() + " means every action; name it alone, or the actions without it");
  }

  private Set<String> resources(List<Word> actions) throws SentenceException {
    boolean missing = !words.isNameNext() && !words.isNext(Keywords.ANYTHING);
    Optional<Word> resource = actions.stream().filter(vocabulary::isResource).findFirst();
    if (missing && resource.isPresent()) {
      throw unexpected(
          orNames(Keywords.ANYTHING, Kind.RESOURCE), () -> actionFirst(resource.get()));
    }
    return vocabulary.resources(namesOr(Keywords.ANYTHING, Kind.RESOURCE, Place.WHAT));
  }

  private static String actionFirst(Word resource) {
    return "; an action comes before the resource: `MAY use " + resource.text() + "`";
  }

  private PathPhrase path(Effect effect) throws SentenceException {
    if (words.skip(Keywords.DIRECTLY)) {
      return PathPhrase.of(Form.DIRECTLY);
    }
    if (words.isNext(Keywords.ONLY) || words.isNext(Keywords.EXCEPT)) {
      return limited(words.next(), effect);
    }
    return skipVia() ? new PathPhrase(Form.VIA, hops()) : PathPhrase.of(Form.EVERY_PATH);
  }

  /** A path after {@code only} or {@code except}. */
  private PathPhrase limited(Word limit, Effect effect) throws SentenceException {
    Form form = limit.is(Keywords.ONLY) ? Form.ONLY_VIA : Form.EXCEPT_VIA;
    if (!skipVia()) {
      throw unexpected(afterLimit(form), "`via` after " + limit.quoted(), List.of(Keywords.VIA));
    }
    if (form == Form.ONLY_VIA && effect == Effect.MAY_NOT) {
      problems.add(limit.span(), "`only via` follows MAY; after MAY NOT write `except via`");
    }
    if (form == Form.EXCEPT_VIA && effect == Effect.MAY) {
      problems.add(
          limit.span(),
          "`except via` follows MAY NOT; write the MAY without it, and `MAY NOT … via` beside it");
    }
    return new PathPhrase(form, hops());
  }

  private static Place afterLimit(Form form) {
    return form == Form.ONLY_VIA ? Place.ONLY : Place.EXCEPT;
  }

  private boolean skipVia() {
    return words.skip(Keywords.VIA) || words.skip(Keywords.USING);
  }

  private List<Members> hops() throws SentenceException {
    List<Members> hops = new ArrayList<>();
    do {
      hops.add(hop());
    } while (words.skip(Keywords.THEN));
    return hops;
  }

  private Members hop() throws SentenceException {
    Word first = words.peek();
    if (!words.skip(Keywords.ANY)) {
      return vocabulary.members(Kind.AGENT, names(Place.HOP, AN_AGENT));
    }
    if (!words.skip(Keywords.AGENT)) {
      throw unexpected(Place.HOP, "`agent` after `any`", List.of(Keywords.AGENT));
    }
    return words.skip(Keywords.EXCEPT)
        ? vocabulary.membersExcept(
            Kind.AGENT, List.of(), names(Place.HOP, Kind.AGENT.oneOrGroup()), first)
        : vocabulary.members(Kind.AGENT, List.of());
  }

  private Map<String, Set<String>> conditions() throws SentenceException {
    Map<String, Set<String>> conditions = new HashMap<>();
    if (words.skip(Keywords.WHEN)) {
      do {
        condition(conditions);
      } while (words.skip(Keywords.AND));
    }
    return conditions;
  }

  private void condition(Map<String, Set<String>> conditions) throws SentenceException {
    Word attribute = name(Place.ATTRIBUTE, "a context attribute");
    if (!words.skip(Keywords.IS)) {
      throw unexpected(Place.IS, "`is`", List.of(Keywords.IS));
    }
    List<Word> values = names(Place.VALUE, "a value of " + attribute.quoted());
    vocabulary.checkCondition(attribute, values);
    if (conditions.put(attribute.text(), Vocabulary.texts(values)) != null) {
      problems.add(
          attribute.span(),
          attribute.quoted() + " has a condition already; list its values after one `is`");
    }
  }

  private void end(Form form, Map<String, Set<String>> conditions) throws SentenceException {
    if (words.atEnd()) {
      return;
    }
    if (!conditions.isEmpty()) {
      throw unexpected(Place.AFTER_VALUE, "`,`, `and` or the end", List.of(Keywords.AND));
    }
    throw switch (form) {
      case EVERY_PATH ->
          unexpected(Place.PATH, "`directly`, `via`, `when` or the end", Keywords.AFTER_RESOURCES);
      case DIRECTLY ->
          unexpected(Place.AFTER_DIRECTLY, "`when` or the end", List.of(Keywords.WHEN));
      case VIA, ONLY_VIA, EXCEPT_VIA ->
          unexpected(
              Place.AFTER_HOP, "`then`, `when` or the end", List.of(Keywords.THEN, Keywords.WHEN));
    };
  }

  /** The names of a list; none for the keyword that stands for all. */
  private List<Word> namesOr(String all, Kind kind, Place place) throws SentenceException {
    return words.skip(all) ? List.of() : names(place, orNames(all, kind));
  }

  private static String orNames(String all, Kind kind) {
    return "`" + all + "`, " + kind.oneOrGroup();
  }

  private List<Word> names(Place place, String expected) throws SentenceException {
    List<Word> names = new ArrayList<>();
    do {
      names.add(name(place, expected));
    } while (words.skip(","));
    return names;
  }

  private Word name(Place place, String expected) throws SentenceException {
    if (!words.isNameNext()) {
      throw unexpected(place, expected, List.of());
    }
    return words.next();
  }

  private void report(Word found, String expected) {
    problems.add(found.span(), "found " + found.quoted() + ", expected " + expected);
  }

  private SentenceException unexpected(Place place, String expected, List<String> keywords) {
    Word found = words.peek();
    return words.atEnd()
        ? unexpected(expected, () -> "")
        : unexpected(expected, () -> hint(found, place, keywords));
  }

  /** Ends the sentence at the next word; the hint takes time to find. */
  private SentenceException unexpected(String expected, Supplier<String> hint) {
    Word found = words.peek();
    String start = words.atEnd() ? "the sentence ends after " : "found ";
    problems.add(
        found.span(), () -> start + found.quoted() + ", expected " + expected + hint.get());
    return new SentenceException();
  }

  private String hint(Word found, Place place, List<String> keywords) {
    return vocabulary.isDeclared(found)
        ? "; names are separated by commas"
        : Rewordings.of(place, found.text())
            .orElseGet(() -> Suggestions.hint(found.text(), keywords));
  }
}
