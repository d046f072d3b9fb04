package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.scenario.Request;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Imported scenarios and a second opinion on their sources, request by request. */
final class Agreement {
  private int requests;
  private int permitted;
  private int delegated;

  /** What the source permits, by somebody else's reading of it. */
  @FunctionalInterface
  interface Opinion {
    boolean permits(Request request) throws Exception;
  }

  /** The scenario; none where the source says nothing that one could hold. */
  static Optional<Imported> imported(Callable<Imported> source) throws Exception {
    try {
      return Optional.of(source.call());
    } catch (BadSourceException e) {
      assertTrue(e.line().contains("says nothing that a scenario could hold"), e::line);
      return Optional.empty();
    }
  }

  /** Asks both about every request of the scenario, in the names of the source. */
  void check(Imported imported, String text, Opinion opinion) throws Exception {
    Reread reread = Reread.of(imported);
    for (Request request : reread.scenario().requests().toList()) {
      Request source = reread.inSource(request);
      boolean expected = opinion.permits(source);
      assertEquals(expected, reread.permits(request), () -> text + "\n" + source + imported.yaml());
      requests++;
      permitted += expected ? 1 : 0;
      delegated += expected && !source.isDirect() ? 1 : 0;
    }
  }

  int requests() {
    return requests;
  }

  int permitted() {
    return permitted;
  }

  /** The permitted ones through agents. */
  int delegated() {
    return delegated;
  }

  @Override
  public String toString() {
    return requests + " requests, " + permitted + " permitted, " + delegated + " through agents";
  }
}
