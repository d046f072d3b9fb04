package dev.onbehalf.products.authzen;

import dev.onbehalf.scenario.Request;
import java.util.List;
import java.util.SortedMap;

/** Who asks, through which agents, in which context: what requests share that differ in target. */
record Caller(String user, List<String> via, SortedMap<String, String> context) {
  static Caller of(Request request) {
    return new Caller(request.user(), request.via(), request.context());
  }
}
