package dev.onbehalf.products;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An imported scenario as our own reader reads it, with the names of its source. */
final class Reread {
  private static final Pattern CHANGED = Pattern.compile("(\\S+(?: of .*)?) `(.*)` is `(.*)`");

  private final Scenario scenario;
  private final Map<List<String>, String> raw = new HashMap<>();

  private Reread(Scenario scenario) {
    this.scenario = scenario;
  }

  static Reread of(Imported imported) throws InvalidScenarioException {
    byte[] bytes = imported.yaml().getBytes(StandardCharsets.UTF_8);
    Reread reread = new Reread(ScenarioReader.read("imported.yaml", bytes));
    for (String line : imported.changedNames()) {
      Matcher matcher = CHANGED.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalStateException(line);
      }
      String kind = matcher.group(1);
      reread.raw.put(
          List.of(kind.startsWith("value of ") ? "value" : kind, matcher.group(3)),
          matcher.group(2));
    }
    return reread;
  }

  Scenario scenario() {
    return scenario;
  }

  boolean permits(Request request) {
    return scenario.truth(request) == Truth.PERMITTED;
  }

  /** The request in the names of the source; its nobody is nobody. */
  Request inSource(Request request) {
    SortedMap<String, String> context = new TreeMap<>();
    request
        .context()
        .forEach((key, value) -> context.put(raw("attribute", key), raw("value", value)));
    return new Request(
        request.isForNobody() ? request.user() : raw("user", request.user()),
        request.via().stream().map(agent -> raw("agent", agent)).toList(),
        raw("resource", request.resource()),
        raw("action", request.action()),
        context);
  }

  private String raw(String kind, String name) {
    return Objects.requireNonNull(raw.getOrDefault(List.of(kind, name), name));
  }
}
