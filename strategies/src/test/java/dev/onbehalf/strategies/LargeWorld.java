package dev.onbehalf.strategies;

import dev.onbehalf.sweep.RandomScenario;
import java.util.Random;

/**
 * A scenario of about so many requests, by its seed: {@code generate} draws it, every other one as
 * realistic, and more is said in most of them, of contexts above all.
 */
record LargeWorld(long seed, int requests) {
  private static final int ACTIONS = 2;

  String yaml() {
    StringBuilder yaml = new StringBuilder();
    new Draw(new Random(seed)).lines(yaml);
    return yaml.toString();
  }

  /** What comes up, one after the other. */
  private final class Draw {
    private final Random random;

    /** How many contexts there are: one, or two attributes of two values each. */
    private final int contexts;

    Draw(Random random) {
      this.random = random;
      contexts = one(3) ? 1 : 4;
    }

    void lines(StringBuilder yaml) {
      boolean realistic = seed % 2 != 0;
      int users = 5 + random.nextInt(requests / 5_000);
      int agents = 3 + random.nextInt(1 + requests / 20_000);
      int chains = realistic ? 0 : random.nextInt(Math.min(10, agents * (agents - 1)));
      new RandomScenario(
              users,
              agents,
              random.nextInt(12),
              realistic ? 0 : random.nextInt(6),
              chains,
              requests / (users * (1 + agents + chains) * ACTIONS * contexts) + 1,
              10 + random.nextInt(60),
              0,
              realistic)
          .lines(seed)
          .forEachRemaining(line -> yaml.append(more(line)).append('\n'));
    }

    private String more(String line) {
      if (line.equals("policies:")) {
        return declarations() + line;
      }
      return line.contains(" MAY ") ? sentence(line) : line;
    }

    private String declarations() {
      String known = one(2) ? "login" : "resource";
      return (contexts == 1
              ? ""
              : "context: {mode: {values: [live, batch], known-to: caller},"
                  + " tier: {values: [gold, free], known-to: %s}}\n".formatted(known))
          + (one(2) ? "runs-at: {a1: user, a2: user}\n" : "")
          + (one(3) ? "default: unspecified\n" : "");
    }

    private String sentence(String line) {
      String said = line;
      if (one(10) && said.contains(" via ")) {
        said = said.replaceFirst("- .* MAY", "- nobody MAY");
      } else if (one(8)) {
        said = said.replaceFirst("- .* MAY", "- anyone except u1, u2 MAY");
      }
      if (one(6)) {
        said = said.replaceFirst(" via (a\\d+)$", " via any agent except $1");
      }
      if (one(6) && !said.contains("nobody")) {
        said = said.replaceFirst(" via ", said.contains(" NOT ") ? " except via " : " only via ");
      }
      return said + when();
    }

    private String when() {
      if (contexts == 1 || !one(3)) {
        return "";
      }
      return one(2) ? " when mode is live" : " when mode is batch and tier is gold";
    }

    private boolean one(int chances) {
      return random.nextInt(chances) == 0;
    }
  }
}
