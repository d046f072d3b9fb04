package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.SimulationResult.RequestFacts;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests in the words of a policy. */
public final class RequestWords {
  private RequestWords() {}

  /** The request as {@code bob edit document via alices-agent}. */
  public static String sentence(RequestFacts request) {
    String words =
        String.join(" ", request.user(), request.action(), request.resource(), path(request));
    return request.context().isEmpty() ? words : words + " when " + context(request);
  }

  /** The way from user to resource: {@code directly} or {@code via} the agents in their order. */
  public static String path(RequestFacts request) {
    return request.via().isEmpty() ? "directly" : "via " + String.join(" then ", request.via());
  }

  /** The context as {@code mode is batch}. */
  public static String context(RequestFacts request) {
    return request.context().entrySet().stream()
        .map(RequestWords::condition)
        .collect(Collectors.joining(" and "));
  }

  private static String condition(Map.Entry<String, String> entry) {
    return entry.getKey() + " is " + entry.getValue();
  }
}
