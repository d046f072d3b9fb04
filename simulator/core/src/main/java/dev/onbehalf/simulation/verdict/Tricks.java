package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a cheating caller does otherwise than an honest one. */
final class Tricks {
  private final Scenario scenario;
  private final Request request;
  private final Credentials honest;
  private final Route route;
  private final List<Point> declared;

  /**
   * Compares two ways to make one call.
   *
   * @param honest what the one whom the caller makes itself would present
   * @param declared the points that its honest call passes
   */
  Tricks(
      Scenario scenario, Request request, Credentials honest, Route route, List<Point> declared) {
    this.scenario = scenario;
    this.request = request;
    this.honest = honest;
    this.route = route;
    this.declared = List.copyOf(declared);
  }

  /** The places in which an honest caller would put something, and this one leaves it out. */
  List<String> leftOut() {
    TreeSet<String> places = new TreeSet<>();
    replaced().filter(part -> !isPlaceTaken(part)).forEach(part -> places.add(part.place()));
    return List.copyOf(places);
  }

  /** The tricks in words that follow {@code by}. */
  List<String> words() {
    List<String> words = new ArrayList<>(borrowing());
    List<String> past = goingPast();
    words.addAll(past);
    if (route.concealed()) {
      words.add("concealing itself from the token service");
    } else if (past.isEmpty()) {
      words.addAll(otherParts());
    }
    return words;
  }

  private List<String> borrowing() {
    if (route.as().equals(request)) {
      return List.of();
    }
    return List.of(
        "presenting what "
            + (route.as().isDirect() ? "its user" : Proof.Showing.presenter(route.as().via()))
            + " holds on the same machine");
  }

  private List<String> otherParts() {
    List<String> words = new ArrayList<>();
    if (!leftOut().isEmpty()) {
      words.add(Witness.leavingOut(leftOut()));
    }
    replaced().filter(this::isPlaceTaken).map(this::swap).distinct().forEach(words::add);
    added().forEach(words::add);
    return words;
  }

  private String swap(Part part) {
    if (part instanceof Part.Header header) {
      return "writing " + another(header.value()) + " into its " + part.place();
    }
    return caveats(part)
        .map(caveats -> "adding to its macaroon the " + caveats)
        .orElse("showing another token than it should");
  }

  /** What is added to the macaroon, if it is one and nothing else is done to it. */
  private Optional<String> caveats(Part part) {
    if (!(part instanceof Part.Macaroon macaroon)) {
      return Optional.empty();
    }
    List<String> honestWords = macaroon.token().words();
    return presented(Part.Macaroon.class)
        .map(shown -> shown.token().words())
        .filter(words -> Collections.indexOfSubList(words, honestWords) == 0)
        .map(words -> String.join(" and the ", words.subList(honestWords.size(), words.size())))
        .findFirst();
  }

  private Stream<String> added() {
    return presented(Part.Header.class)
        .filter(header -> honest.presentation().parts().stream().noneMatch(isBeside(header)))
        .map(header -> "writing the " + header.place() + ": " + header.value());
  }

  private static Predicate<Part> isBeside(Part part) {
    return other -> other.place().equals(part.place());
  }

  private <T extends Part> Stream<T> presented(Class<T> kind) {
    return route.presentation().parts().stream().filter(kind::isInstance).map(kind::cast);
  }

  private String another(String word) {
    if (scenario.agents().contains(word)) {
      return "another agent's name";
    }
    return scenario.usersAndNobody().contains(word) ? "another user's name" : "another value";
  }

  private List<String> goingPast() {
    return declared.stream()
        .filter(point -> route.visits().stream().noneMatch(visit -> visit.point() == point))
        .map(point -> "going past " + words(point))
        .toList();
  }

  private Stream<Part> replaced() {
    Presentation presented = route.presentation();
    return honest.presentation().parts().stream().filter(part -> !presented.parts().contains(part));
  }

  private boolean isPlaceTaken(Part part) {
    return route.presentation().parts().stream().anyMatch(isBeside(part));
  }

  /** The point as a sentence names it. */
  static String words(Point point) {
    return point == Point.ISSUANCE ? "the token service" : "the " + point.word();
  }
}
