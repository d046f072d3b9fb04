package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scenario of a log permits the calls that happened often enough, and no others. */
final class LogImportTest {
  private static final int WORLDS = 500;

  private static Imported imported(String text, int minSupport) throws Exception {
    SourceFile file = SourceFile.of("calls.jsonl", text.getBytes(StandardCharsets.UTF_8));
    return Importer.LOG.read(List.of(file), minSupport);
  }

  @Test
  void call_isPermittedFromSupportOn() throws Exception {
    String call =
        "{\"user\":\"ann\",\"agents\":[\"bot\"],\"resource\":\"doc\",\"action\":\"read\"}\n";
    String other = "{\"user\":\"ann\",\"resource\":\"doc\",\"action\":\"write\"}\n";
    Imported imported = imported(call + call + other, 2);
    assertTrue(imported.yaml().contains("- anyone MAY read doc via any agent\n"), imported.yaml());
    assertEquals(
        List.of("calls.jsonl:3: dropped: ann write doc directly: seen once"),
        imported.losses().lines());
  }

  @Test
  void randomLogs_permitWhatWasCounted() throws Exception {
    Random random = new Random(1);
    int requests = 0;
    for (int world = 0; world < WORLDS; world++) {
      List<List<String>> calls = calls(random);
      Map<List<String>, Integer> counts = new HashMap<>();
      calls.forEach(call -> counts.merge(call, 1, Integer::sum));
      int least = 1 + random.nextInt(2);
      if (counts.values().stream().allMatch(count -> count < least)) {
        continue;
      }
      String text = calls.stream().map(LogImportTest::line).collect(Collectors.joining("\n"));
      Reread reread = Reread.of(imported(text, least));
      for (Request request : reread.scenario().requests().toList()) {
        Request source = reread.inSource(request);
        int count = counts.getOrDefault(call(source), 0);
        assertEquals(count >= least, reread.permits(request), () -> text + "\n" + source);
        requests++;
      }
      long permitted = reread.scenario().requests().filter(reread::permits).count();
      assertEquals(counts.values().stream().filter(count -> count >= least).count(), permitted);
    }
    assertTrue(requests > 10_000, "asked " + requests);
  }

  private static List<String> call(Request request) {
    return List.of(
        request.user(), String.join(">", request.via()), request.resource(), request.action());
  }

  /** Names that a scenario can and can't hold. */
  private static final List<String> NAMES =
      List.of("ann", "Ann", "an n", "an-n", "use", "MAY", "*", "ä b", "x1", "xl", "a:b:");

  private static List<List<String>> calls(Random random) {
    List<List<String>> calls = new ArrayList<>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      String path = List.of("", "bot", "use", "bot>use", "use>b o t").get(random.nextInt(5));
      boolean isNobody = !path.isEmpty() && random.nextInt(4) == 0;
      calls.add(
          List.of(
              isNobody ? "nobody" : NAMES.get(random.nextInt(11)),
              path,
              NAMES.get(random.nextInt(11)),
              NAMES.get(random.nextInt(11))));
    }
    return calls;
  }

  private static String line(List<String> call) {
    String agents =
        call.get(1).isEmpty()
            ? ""
            : List.of(call.get(1).split(">")).stream()
                .map(agent -> '"' + agent + '"')
                .collect(Collectors.joining(",", "\"agents\":[", "],"));
    String user = call.get(0).equals("nobody") ? "" : "\"user\":\"" + call.get(0) + "\",";
    return "{%s%s\"resource\":\"%s\",\"action\":\"%s\"}"
        .formatted(user, agents, call.get(2), call.get(3));
  }
}
