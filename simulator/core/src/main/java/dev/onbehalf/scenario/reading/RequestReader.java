package dev.onbehalf.scenario.reading;

import static dev.onbehalf.text.PrintableText.quoted;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one request in the words of a policy: {@code bob edit document via ada when x is y}. */
public final class RequestReader {
  private static final int MOST_LISTED = 5;
  private static final String PATH = "`directly` or `via` an agent";

  private final Scenario scenario;
  private final Iterator<String> words;
  private final List<String> problems = new ArrayList<>();
  private String last = "";
  private Optional<String> next = Optional.empty();

  private RequestReader(String sentence, Scenario scenario) {
    this.scenario = scenario;
    words = Stream.of(sentence.strip().split("\\s+", -1)).iterator();
    advance();
  }

  /**
   * Reads the request of one user for one action on one resource, in one context.
   *
   * @throws InvalidRequestException with everything that is wrong
   */
  public static Request read(String sentence, Scenario scenario) throws InvalidRequestException {
    RequestReader reader = new RequestReader(sentence, scenario);
    Request request = reader.request();
    reader.throwIfAny();
    return request;
  }

  private Request request() throws InvalidRequestException {
    String user = skip(Keywords.NOBODY) ? Keywords.NOBODY : word("a user");
    check("user", user, scenario.usersAndNobody());
    skipMay();
    // The one word of the sentences that is the name of an action, too.
    String action = skip(Keywords.USE) ? Resource.ONLY_ACTION : word("an action");
    String resource = word("a resource");
    checkTarget(action, resource);
    List<String> path = path();
    if (user.equals(Keywords.NOBODY) && path.isEmpty()) {
      problems.add(
          "an agent that works for `nobody` can't call `directly`; expected `via` an agent");
    }
    SortedMap<String, String> context = context();
    if (next.isPresent()) {
      stop(context.isEmpty() ? "`when` or the end" : "`and` or the end");
    }
    missing(context);
    return new Request(user, path, resource, action, context);
  }

  /** What a request is allowed is the question. */
  private void skipMay() {
    boolean found = skip(Keywords.MAY);
    skip(Keywords.NOT);
    if (found) {
      problems.add("a request has no `MAY`; write `bob edit document directly`");
    }
  }

  private void checkTarget(String action, String resource) {
    Optional<Resource> found =
        scenario.resources().stream().filter(one -> one.name().equals(resource)).findFirst();
    if (found.isEmpty()) {
      check("resource", resource, scenario.resources().stream().map(Resource::name).toList());
    } else if (!found.get().actions().contains(action)) {
      List<String> actions = found.get().actions();
      problems.add(
          "%s has no action %s; it has %s%s"
              .formatted(
                  quoted(resource),
                  quoted(action),
                  any(actions),
                  Suggestions.hint(action, actions)));
    }
  }

  private List<String> path() throws InvalidRequestException {
    if (skip(Keywords.DIRECTLY)) {
      return List.of();
    }
    if (!skip(Keywords.VIA) && !skip(Keywords.USING)) {
      stop(PATH);
    }
    List<String> path = new ArrayList<>();
    do {
      String agent = word("an agent");
      check("agent", agent, scenario.agents());
      path.add(agent);
    } while (skip(Keywords.THEN));
    if (scenario.agents().containsAll(path) && !scenario.paths().contains(path)) {
      problems.add("no chain %s is declared; there is %s".formatted(quoted(chain(path)), chains()));
    }
    return path;
  }

  private String chains() {
    return scenario.chains().isEmpty()
        ? "none"
        : any(scenario.chains().stream().map(RequestReader::chain).toList());
  }

  private static String chain(List<String> path) {
    return String.join(" then ", path);
  }

  private SortedMap<String, String> context() throws InvalidRequestException {
    SortedMap<String, String> context = new TreeMap<>();
    if (skip(Keywords.WHEN)) {
      do {
        condition(context);
      } while (skip(Keywords.AND));
    }
    return context;
  }

  private void condition(SortedMap<String, String> context) throws InvalidRequestException {
    String attribute = word("a context attribute");
    if (!skip(Keywords.IS)) {
      stop("`is`");
    }
    String value = word("a value of " + quoted(attribute));
    if (context.put(attribute, value) != null) {
      problems.add(quoted(attribute) + " has a value already; a request has one");
    }
    attribute(attribute)
        .ifPresentOrElse(
            found -> check("value of `" + attribute + "`", value, found.values()),
            () ->
                check(
                    "context attribute",
                    attribute,
                    scenario.context().stream().map(ContextAttribute::name).toList()));
  }

  private Optional<ContextAttribute> attribute(String name) {
    return scenario.context().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private void missing(SortedMap<String, String> context) {
    scenario.context().stream()
        .filter(attribute -> !context.containsKey(attribute.name()))
        .forEach(
            attribute ->
                problems.add(
                    "the request doesn't say what %s is; add `when %s is %s`, or another of %s"
                        .formatted(
                            quoted(attribute.name()),
                            attribute.name(),
                            attribute.values().get(0),
                            any(attribute.values()))));
  }

  private void check(String kind, String name, Collection<String> known) {
    if (known.contains(name)) {
      return;
    }
    List<String> members = scenario.groups().getOrDefault(name, List.of());
    problems.add(
        known.stream().anyMatch(members::contains)
            ? "%s is a group; name one of it: %s".formatted(quoted(name), any(members))
            : "there is no %s %s; expected %s%s"
                .formatted(kind, quoted(name), any(known), Suggestions.hint(name, known)));
  }

  private static String any(Collection<String> names) {
    String listed =
        names.stream()
            .limit(MOST_LISTED)
            .map(PrintableText::quoted)
            .collect(Collectors.joining(" or "));
    return names.isEmpty() ? "none" : listed + (names.size() > MOST_LISTED ? " or another" : "");
  }

  private String word(String expected) throws InvalidRequestException {
    if (next.isEmpty() || next.filter(Keywords::isKeyword).isPresent()) {
      stop(expected);
    }
    String word = next.orElse("");
    advance();
    return word;
  }

  private boolean skip(String keyword) {
    boolean found = next.equals(Optional.of(keyword));
    if (found) {
      advance();
    }
    return found;
  }

  private void advance() {
    last = next.orElse("");
    next =
        words.hasNext()
            ? Optional.of(words.next()).filter(word -> !word.isEmpty())
            : Optional.empty();
  }

  /** Nothing that follows can be understood. */
  private void stop(String expected) throws InvalidRequestException {
    String found =
        next.map(word -> "found " + quoted(word))
            .orElse(
                last.isEmpty() ? "the request is empty" : "the request ends after " + quoted(last));
    problems.add(found + ", expected " + expected);
    throwIfAny();
  }

  private void throwIfAny() throws InvalidRequestException {
    if (!problems.isEmpty()) {
      throw new InvalidRequestException(problems);
    }
  }
}
