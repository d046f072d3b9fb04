package dev.onbehalf.cli;

import java.util.Random;
import java.util.function.IntFunction;

/** Draws policy sentences that speak of what a scenario declares. */
final class RandomSentence {
  private final RandomScenario scenario;
  private final Random random;

  RandomSentence(RandomScenario scenario, Random random) {
    this.scenario = scenario;
    this.random = random;
  }

  String next() {
    return who() + (one(4) ? " MAY NOT " : " MAY ") + action() + " " + what() + path();
  }

  private String who() {
    if (one(10)) {
      return "anyone";
    }
    if (scenario.groups() > 0 && one(2)) {
      return (one(3) ? "anyone except " : "") + name(scenario.groups(), RandomScenario::group);
    }
    return names(scenario.users(), RandomScenario::user);
  }

  private String action() {
    return switch (random.nextInt(4)) {
      case 0 -> "use";
      case 1 -> "write";
      case 2 -> "read, write";
      default -> "read";
    };
  }

  private String what() {
    return one(10) ? "anything" : names(scenario.resources(), RandomScenario::resource);
  }

  private String path() {
    if (one(4)) {
      return "";
    }
    if (scenario.agents() == 0 || one(4)) {
      return " directly";
    }
    if (scenario.chains() > 0 && one(3)) {
      return " via " + String.join(" then ", scenario.chain(random.nextInt(scenario.chains())));
    }
    return " via " + (one(10) ? "any agent" : names(scenario.agents(), RandomScenario::agent));
  }

  /** One name, or two. */
  private String names(int size, IntFunction<String> name) {
    if (size == 1 || !one(5)) {
      return name(size, name);
    }
    int first = random.nextInt(size - 1);
    return name.apply(first) + ", " + name.apply(first + 1);
  }

  private String name(int size, IntFunction<String> name) {
    return name.apply(random.nextInt(size));
  }

  /** Whether one of so many chances came up. */
  private boolean one(int chances) {
    return random.nextInt(chances) == 0;
  }
}
