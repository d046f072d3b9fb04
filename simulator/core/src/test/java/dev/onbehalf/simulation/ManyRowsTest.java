package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.RuledOut;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A failing policy is proved and named, however many kinds of requests look alike. */
final class ManyRowsTest {
  /** What few of many requests show is the evidence of all, and the permitted ones come last. */
  private static final String WORLD =
      """
      scenario: many-rows
      users: [ann]
      agents: [bot]
      resources: {doc: [read]}
      context: {%s}
      policies:
        - anyone MAY read doc when %s
        - anyone MAY NOT read doc when a0 is early0
      """
          .formatted(
              each("a%1$d: [early%1$d, late%1$d]", ", "), each("a%1$d is late%1$d", " and "));

  private static String each(String format, String between) {
    return IntStream.range(0, 12).mapToObj(format::formatted).collect(Collectors.joining(between));
  }

  @Test
  void policiesThatFail_allHaveAWitnessAndAPlaceInTheVerdict() {
    SimulationResult result = Runs.run(WORLD, 10, new ControlStrategies.NoCredential());
    List<PolicyScore> policies = result.strategies().get(0).policies();
    assertEquals(List.of(false, false), policies.stream().map(PolicyScore::enforced).toList());
    assertEquals(
        List.of(true, true), policies.stream().map(score -> score.witness().isPresent()).toList());
    assertEquals(
        List.of(List.of("p1", "p2")),
        result.verdict().ruledOut().stream().map(RuledOut::policies).toList());
  }
}
