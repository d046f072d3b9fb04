package dev.onbehalf.products.authzen;

import dev.onbehalf.scenario.Request;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Who asks, through which agents, in which context: what requests share that differ in target. */
record Caller(String user, List<String> via, SortedMap<String, String> context) {
  static Caller of(Request request) {
    return new Caller(request.user(), request.via(), request.context());
  }

  /** The agents as one text, in which each stands in brackets: {@code (planner)(hr-agent)}. */
  String path() {
    return via.stream().map(agent -> "(" + agent + ")").collect(Collectors.joining());
  }
}
