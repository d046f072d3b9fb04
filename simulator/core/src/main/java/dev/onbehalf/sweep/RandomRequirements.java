package dev.onbehalf.sweep;

import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** So many of the requirements of a scenario, drawn at random; none contradicts another. */
record RandomRequirements(int number) {
  static final int MOST = Requirement.values().length;

  private static final List<String> DELAYS = List.of("0s", "60s", "5min", "1h", "24h");

  /** The lines that the scenario has for them. */
  Stream<String> lines(long seed) {
    Random random = new Random(~seed);
    List<Requirement> drawn = new ArrayList<>(List.of(Requirement.values()));
    Collections.shuffle(drawn, random);
    List<Requirement> required = drawn.subList(0, number).stream().sorted().toList();
    return number == 0
        ? Stream.of()
        : Stream.concat(
            Stream.of("require:"),
            required.stream().map(one -> line(one, values(one, required), random)));
  }

  private static String line(Requirement required, List<String> values, Random random) {
    return "  " + required.word() + ": " + values.get(random.nextInt(values.size()));
  }

  private static List<String> values(Requirement required, List<Requirement> all) {
    return switch (required) {
      case ATTRIBUTION -> Named.words();
      case REVOKE_AGENT, REVOKE_USER -> DELAYS;
      case STOLEN_TOKEN -> Loot.words();
      // what works while nobody is there can't be within a session
      case HIJACKED_AGENT ->
          all.contains(Requirement.UNATTENDED)
              ? List.of(Bounds.WITHIN_POLICY.word())
              : Bounds.words();
      case UNATTENDED -> List.of(Requirements.WORKS);
    };
  }
}
