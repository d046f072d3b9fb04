package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a policy sentence, one method for each part of its grammar. */
final class SentenceParser {
  private static final String MAY_OR_MAY_NOT = "`MAY` or `MAY NOT`";
  private static final String WHO = "`anyone`, `nobody`, " + Kind.USER.oneOrGroup();
  private static final String AN_ACTION = "`use` or an action";

  private final SentenceWords words;
  private final Vocabulary vocabulary;
  private final Problems problems;

  private SentenceParser(List<Word> words, Vocabulary vocabulary, Problems problems) {
    this.words = new SentenceWords(words);
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** What a policy sentence says. */
  record Rule(
      Effect effect,
      Set<String> users,
      Set<String> actions,
      Set<String> resources,
      PathPattern path,
      Map<String, Set<String>> conditions) {}

  /** What the sentence says; empty if it breaks off at a word that doesn't fit. */
  static Optional<Rule> parse(List<Word> words, Vocabulary vocabulary, Problems problems) {
    try {
      return Optional.of(new SentenceParser(words, vocabulary, problems).rule());
    } catch (SentenceException reported) {
      return Optional.empty();
    }
  }

  private Rule rule() throws SentenceException {
    Set<String> users = users();
    Effect effect = effect();
    List<Word> actions = actions();
    Set<String> resources = resources();
    vocabulary.checkActions(actions, resources);
    Word before = words.peek();
    PathPattern path = path();
    checkNobody(users, path, before);
    Map<String, Set<String>> conditions = conditions();
    end(path, conditions);
    return new Rule(effect, users, Vocabulary.texts(actions), resources, path, conditions);
  }

  private Set<String> users() throws SentenceException {
    Word first = words.peek();
    List<Word> users = who();
    return words.skip(Keywords.EXCEPT)
        ? vocabulary.usersExcept(users, except(), first)
        : vocabulary.set(Kind.USER, users);
  }

  private List<Word> who() throws SentenceException {
    if (words.skip(Keywords.ANYONE)) {
      return List.of();
    }
    List<Word> users = new ArrayList<>();
    do {
      users.add(words.isNext(Keywords.NOBODY) ? words.next() : name(WHO));
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

  private void checkNobody(Set<String> users, PathPattern path, Word directly) {
    if (path instanceof PathPattern.Directly && users.contains(Keywords.NOBODY)) {
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
    if (words.atEnd() || !Keywords.isLikeMay(words.peek().text())) {
      throw unexpected(MAY_OR_MAY_NOT, Keywords.AFTER_USERS);
    }
    report(words.next(), MAY_OR_MAY_NOT + "; MAY and NOT are upper case");
    if (!words.atEnd() && words.peek().text().equalsIgnoreCase(Keywords.NOT)) {
      words.next();
    }
    return Effect.MAY;
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
        actions.add(name(AN_ACTION));
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

  private Set<String> resources() throws SentenceException {
    return vocabulary.set(Kind.RESOURCE, namesOr(Keywords.ANYTHING, Kind.RESOURCE));
  }

  private PathPattern path() throws SentenceException {
    if (words.skip(Keywords.DIRECTLY)) {
      return new PathPattern.Directly();
    }
    if (!words.skip(Keywords.VIA) && !words.skip(Keywords.USING)) {
      return new PathPattern.EveryPath();
    }
    List<Set<String>> hops = new ArrayList<>();
    do {
      hops.add(vocabulary.set(Kind.AGENT, hop()));
    } while (words.skip(Keywords.THEN));
    return new PathPattern.Via(hops);
  }

  private List<Word> hop() throws SentenceException {
    if (!words.skip(Keywords.ANY)) {
      return names("`any agent`, " + Kind.AGENT.oneOrGroup());
    }
    if (!words.skip(Keywords.AGENT)) {
      throw unexpected("`agent` after `any`", List.of(Keywords.AGENT));
    }
    return List.of();
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
    Word attribute = name("a context attribute");
    if (!words.skip(Keywords.IS)) {
      throw unexpected("`is`", List.of(Keywords.IS));
    }
    List<Word> values = names("a value of " + attribute.quoted());
    vocabulary.checkCondition(attribute, values);
    if (conditions.put(attribute.text(), Vocabulary.texts(values)) != null) {
      problems.add(
          attribute.span(),
          attribute.quoted() + " has a condition already; list its values after one `is`");
    }
  }

  private void end(PathPattern path, Map<String, Set<String>> conditions) throws SentenceException {
    if (words.atEnd()) {
      return;
    }
    if (!conditions.isEmpty()) {
      throw unexpected("`,`, `and` or the end", List.of(Keywords.AND));
    }
    if (path instanceof PathPattern.EveryPath) {
      throw unexpected("`directly`, `via`, `when` or the end", Keywords.AFTER_RESOURCES);
    }
    throw path instanceof PathPattern.Via
        ? unexpected("`then`, `when` or the end", List.of(Keywords.THEN, Keywords.WHEN))
        : unexpected("`when` or the end", List.of(Keywords.WHEN));
  }

  /** The names of a list; none for the keyword that stands for all. */
  private List<Word> namesOr(String all, Kind kind) throws SentenceException {
    return words.skip(all) ? List.of() : names("`" + all + "`, " + kind.oneOrGroup());
  }

  private List<Word> names(String expected) throws SentenceException {
    List<Word> names = new ArrayList<>();
    do {
      names.add(name(expected));
    } while (words.skip(","));
    return names;
  }

  private Word name(String expected) throws SentenceException {
    if (!words.isNameNext()) {
      throw unexpected(expected, List.of());
    }
    return words.next();
  }

  private void report(Word found, String expected) {
    problems.add(found.span(), "found " + found.quoted() + ", expected " + expected);
  }

  private SentenceException unexpected(String expected, List<String> keywords) {
    Word found = words.peek();
    if (words.atEnd()) {
      problems.add(
          found.span(), "the sentence ends after " + found.quoted() + ", expected " + expected);
    } else {
      problems.add(
          found.span(),
          () -> "found " + found.quoted() + ", expected " + expected + hint(found, keywords));
    }
    return new SentenceException();
  }

  private String hint(Word found, List<String> keywords) {
    return vocabulary.isDeclared(found)
        ? "; names are separated by commas"
        : Suggestions.hint(found.text(), keywords);
  }
}
