package dev.onbehalf.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Every way to permit and prohibit one action on one resource to some users, in person and through
 * each of some agents.
 *
 * @param users 1 or more
 * @param agents 0 or more
 */
public record TruthTableCases(int users, int agents) implements Serializable {
  /** As many as {@link #MOST_REQUESTS} allow, about a million. */
  public static final int MOST_REQUESTS = 20;

  /** How many requests each table answers. */
  public int requests() {
    return users * (agents + 1);
  }

  /** The tables, in the order of the numbers whose bits they are. */
  public Stream<Case> all() {
    return LongStream.range(0, 1L << requests()).mapToObj(this::table);
  }

  private Case table(long bits) {
    String parameters = "users=%d agents=%d table=%d".formatted(users, agents, bits);
    return Case.of("tables", parameters, () -> yaml(bits).getBytes(UTF_8));
  }

  private String yaml(long bits) {
    StringBuilder yaml =
        new StringBuilder("scenario: table-" + users + "-" + agents + "-" + bits + "\nusers:\n");
    IntStream.rangeClosed(1, users).forEach(user -> yaml.append("- u").append(user).append('\n'));
    yaml.append("agents:").append(agents == 0 ? " []\n" : "\n");
    IntStream.rangeClosed(1, agents)
        .forEach(agent -> yaml.append("- a").append(agent).append('\n'));
    yaml.append("resources: {r: [use]}\npolicies:\n");
    for (int request = 0; request < requests(); request++) {
      yaml.append("- u").append(request / (agents + 1) + 1);
      yaml.append((bits >>> request & 1) != 0 ? " MAY use r " : " MAY NOT use r ");
      int agent = request % (agents + 1);
      yaml.append(agent == 0 ? "directly" : "via a" + agent).append('\n');
    }
    return yaml.toString();
  }
}
