package dev.onbehalf.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sizes of a scenario whose sentences are drawn at random. */
record RandomScenario(int users, int agents, int groups, int chains, int resources, int policies) {
  private static final int LARGEST_GROUP = 50;

  /** The lines of the scenario, made one by one, so that its size doesn't matter. */
  Iterator<String> lines(long seed) {
    Random random = new Random(seed);
    RandomSentence sentence = new RandomSentence(this, random);
    return Stream.of(
            Stream.of("scenario: " + name(seed)),
            section("users", users, i -> "- " + user(i)),
            section("agents", agents, i -> "- " + agent(i)),
            section("groups", groups, i -> "  " + group(i) + ": " + members(random)),
            section("chains", chains, i -> "- " + chain(i)),
            section("resources", resources, i -> "  " + resource(i) + ": [read, write]"),
            section("policies", policies, i -> "- " + sentence.next()))
        // Unlike flatMap, concat holds no section as a whole.
        .reduce(Stream.of(), Stream::concat)
        .iterator();
  }

  private String name(long seed) {
    return "random-u%d-a%d-g%d-c%d-r%d-p%d-s%s"
        .formatted(users, agents, groups, chains, resources, policies, Long.toHexString(seed));
  }

  private static Stream<String> section(String key, int size, IntFunction<String> line) {
    return size == 0
        ? Stream.of()
        : Stream.concat(Stream.of(key + ":"), IntStream.range(0, size).mapToObj(line));
  }

  static String user(int i) {
    return "u" + (i + 1);
  }

  static String agent(int i) {
    return "a" + (i + 1);
  }

  static String group(int i) {
    return "g" + (i + 1);
  }

  static String resource(int i) {
    return "r" + (i + 1);
  }

  private String members(Random random) {
    int size = 1 + random.nextInt(Math.min(users, LARGEST_GROUP));
    int first = random.nextInt(users - size + 1);
    return IntStream.range(first, first + size)
        .mapToObj(RandomScenario::user)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The agents of a chain; no two chains are equal. */
  List<String> chain(int i) {
    int first = i % agents;
    int second = (first + 1 + i / agents) % agents;
    return List.of(agent(first), agent(second));
  }
}
