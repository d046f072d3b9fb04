package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.token.access.RunContext;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A map's hash is a sum: 8,192 contexts of the values `a` and `b` share 14 of them. */
class ContextHashTest {
  private static final Proof.Showing SHOWING =
      new Proof.Showing(Point.RESOURCE, true, List.of(), List.of());

  @Test
  void contextsOfTheSameTwoValues_shareHardlyAHash() {
    assertSpread(context -> new Request("u", List.of(), "r", "use", context));
    assertSpread(context -> Evidence.none().verifiedContext(context));
    assertSpread(context -> new Sight(SHOWING, context, new Target("r", "use")));
    assertSpread(RunContext::new);
  }

  private static void assertSpread(Function<SortedMap<String, String>, Object> key) {
    List<ContextAttribute> attributes =
        IntStream.range(0, 13)
            .mapToObj(i -> new ContextAttribute("c" + i, List.of("a", "b"), KnownTo.CALLER))
            .toList();
    long hashes =
        new Contexts(attributes).stream().map(key).mapToInt(Object::hashCode).distinct().count();
    assertTrue(hashes > 8_000, () -> hashes + " of 8192");
  }
}
