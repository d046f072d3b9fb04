package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import java.io.File;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two builds run side by side in one process, and what they share is the Java runtime alone. */
class DuetTest {
  private static final List<String> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
          .map(entry -> Path.of(entry).toUri().toString())
          .toList();
  private static final List<String> NAMES = List.of("service-account", "token-exchange");
  private static final List<Build> SIDES =
      Stream.of(Role.values()).map(role -> new Build(role, CLASS_PATH, 0)).toList();

  private static ForkPlan plan(Purpose purpose, List<Build> sides) {
    return new ForkPlan(purpose, sides, Row.all(NAMES), 1);
  }

  @Test
  void everySide_isMeasuredInEveryRow() throws Exception {
    ForkResult result = Duet.run(plan(Purpose.SMOKE, SIDES));
    for (Role role : Role.values()) {
      assertEquals(
          new TreeSet<>(Row.all(NAMES)),
          result.of(role).map(Reading::row).collect(Collectors.toCollection(TreeSet::new)));
    }
    assertEquals(Set.of(Role.values()), Set.copyOf(result.loaded()));
    assertTrue(result.readings().stream().allMatch(reading -> reading.nanos() > 0));
    assertTrue(result.of(Role.BASELINE).allMatch(reading -> reading.logRatio() == 0));
  }

  @Test
  void ownCode_allocatesTheSameOnBothSides() throws Exception {
    ForkResult result = Duet.run(plan(Purpose.ALLOCATION, SIDES.subList(0, 2)));
    List<Double> bytes =
        result.readings().stream()
            .filter(reading -> reading.row().equals(new Row(NAMES.get(1), Benchmark.OWN_CODE)))
            .map(Reading::bytes)
            .toList();
    assertEquals(2, bytes.size());
    assertEquals(bytes.get(0), bytes.get(1), 0.05 * bytes.get(0));
  }

  @Test
  void silentSignatures_areGoneAfterwards() throws Exception {
    Duet.run(plan(Purpose.SMOKE, SIDES.subList(0, 1)));
    assertTrue(
        Stream.of(Security.getProviders())
            .noneMatch(provider -> provider.getName().equals("SilentSignatures")));
  }

  @Test
  void inventory_hasTheStrategiesAndTheirCounts() throws IncomparableException {
    Inventory inventory = Inventory.of(CLASS_PATH, NAMES);
    assertEquals(new TreeSet<>(NAMES), new TreeSet<>(inventory.strategies().keySet()));
    Counts exchange = inventory.strategies().getOrDefault("token-exchange", Counts.of(Map.of()));
    // Two signatures and two verifications to obtain, and one verification by the resource server.
    assertEquals(2, exchange.values().get("signatures"));
    assertEquals(3, exchange.values().get("verifications"));
    assertEquals(2, exchange.values().get("roundTrips"));
  }

  @Test
  void build_withoutTheDoor_isRefused() {
    IncomparableException refusal =
        assertThrows(IncomparableException.class, () -> Inventory.of(List.of(), List.of()));
    assertTrue(
        String.valueOf(refusal.getMessage())
            .startsWith("expected a build of this program that has the gate's benchmarks"),
        () -> "" + refusal.getMessage());
  }
}
