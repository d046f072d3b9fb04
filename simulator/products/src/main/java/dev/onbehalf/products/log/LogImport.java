package dev.onbehalf.products.log;

import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Facts;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import dev.onbehalf.scenario.Keywords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a scenario that permits the calls of a log, and no others, to start from. */
public final class LogImport {
  private static final int LONGEST_CHAIN = 16;
  private static final String NO_ACTION = "access";
  private static final List<String> KEYS = List.of("user", "agents", "resource", "action", "time");

  private final SourceFile file;
  private final Draft draft;
  private final Map<Call, Seen> calls = new LinkedHashMap<>();
  private final Map<String, Seen> others = new LinkedHashMap<>();

  private LogImport(SourceFile file) {
    this.file = file;
    this.draft = new Draft(file.baseName(), "Calls that happened, each permitted");
  }

  /** A call apart from its time; {@code nobody} is the user of an agent on its own. */
  private record Call(String user, List<String> agents, String resource, String action) {
    @Override
    public String toString() {
      String path = agents.isEmpty() ? "directly" : "via " + String.join(" then ", agents);
      return String.join(" ", user, action, resource, path);
    }
  }

  /** How often something was seen, and where first. */
  private record Seen(int times, Place first) {
    Seen again() {
      return new Seen(times + 1, first);
    }
  }

  /**
   * Reads a log of one JSON object a line.
   *
   * @param minSupport how often a call must have happened to be permitted
   */
  public static Imported read(SourceFile file, int minSupport) throws BadSourceException {
    LogImport importing = new LogImport(file);
    importing.read();
    return importing.permit(minSupport);
  }

  private void read() throws BadSourceException {
    int line = 0;
    for (String text : file.text().split("\r?\n", -1)) {
      line++;
      if (!text.isBlank()) {
        add(TreeReader.json(text, new Place(file.name(), line, ""), line));
      }
    }
  }

  private void add(Node line) throws BadSourceException {
    for (Map.Entry<String, Node> entry : line.asMap().fields().entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        count(others, entry.getKey(), entry.getValue().place());
      }
    }
    count(calls, call(line), line.place());
    if (line.find("time").isPresent()) {
      count(others, "time", line.place());
    }
  }

  private static <K> void count(Map<K, Seen> seen, K what, Place place) {
    seen.merge(what, new Seen(1, place), (old, one) -> old.again());
  }

  private static Call call(Node line) throws BadSourceException {
    Optional<String> user = line.text("user");
    List<String> agents = line.texts("agents");
    if (user.isEmpty() && agents.isEmpty()) {
      throw new BadSourceException(line.place(), "expected a `user`, or `agents`, or both");
    }
    return new Call(
        user.orElse(Keywords.NOBODY),
        agents,
        line.require("resource").asText(),
        line.text("action").orElse(NO_ACTION));
  }

  private Imported permit(int minSupport) throws BadSourceException {
    Facts facts = new Facts();
    Set<String> users = new LinkedHashSet<>();
    Set<String> agents = new LinkedHashSet<>();
    List<Call> kept = new ArrayList<>();
    calls.forEach(
        (call, seen) -> {
          if (isKept(call, seen, minSupport)) {
            kept.add(call);
          }
        });
    for (Call call : kept) {
      agents.addAll(call.agents());
      if (isOfNobody(call)) {
        facts.addOfNobody(call.agents(), call.resource(), call.action());
      } else {
        users.add(call.user());
        facts.add(call.user(), call.agents(), call.resource(), call.action());
      }
    }
    others.forEach((key, seen) -> tell(key, seen));
    // A scenario has users, also where only agents on their own were seen.
    draft.users(users.isEmpty() ? List.of("*other user*") : users);
    draft.agents(agents);
    facts.addTo(draft, minSupport > 1 ? "seen " + minSupport + " times at least" : "seen");
    return draft.finish(file.place());
  }

  private static boolean isOfNobody(Call call) {
    return call.user().equals(Keywords.NOBODY) && !call.agents().isEmpty();
  }

  private boolean isKept(Call call, Seen seen, int minSupport) {
    if (seen.times() < minSupport) {
      draft.losses().dropped(seen.first(), call + ": seen " + times(seen));
      return false;
    }
    if (call.agents().size() > LONGEST_CHAIN) {
      draft.losses().dropped(seen.first(), "came through more than " + LONGEST_CHAIN + " agents");
      return false;
    }
    return true;
  }

  private void tell(String key, Seen seen) {
    draft.losses().dropped(seen.first(), "the value of `" + key + "`: seen " + times(seen));
  }

  private static String times(Seen seen) {
    return seen.times() == 1 ? "once" : seen.times() + " times";
  }
}
