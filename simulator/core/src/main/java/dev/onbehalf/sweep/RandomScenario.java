package dev.onbehalf.sweep;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sizes of a scenario whose sentences are drawn at random.
 *
 * @param realistic whether anyone is spoken of only for a resource and path by name, and anything
 *     in few sentences, so that large worlds aren't denied as a whole; names are ranges then
 */
public record RandomScenario(
    int users,
    int agents,
    int groups,
    int relations,
    int chains,
    int resources,
    int policies,
    int requirements,
    boolean realistic)
    implements Serializable {
  /** How many there are unless told otherwise; of anything else none. */
  public static final int USERS = 3;

  public static final int AGENTS = 2;
  public static final int RESOURCES = 2;
  public static final int POLICIES = 5;

  private static final int LARGEST_GROUP = 50;
  private static final int MOST_PAIRS = 50;

  /** However many policies there are, about so many speak of anything. */
  private static final int OF_ANYTHING = 20;

  /** A scenario in which everything may be spoken of. */
  public RandomScenario(
      int users,
      int agents,
      int groups,
      int relations,
      int chains,
      int resources,
      int policies,
      int requirements) {
    this(users, agents, groups, relations, chains, resources, policies, requirements, false);
  }

  /** Why there is no such scenario; empty if there is. */
  public Optional<String> problem() {
    return Stream.of(
            atLeast(1, "users", users),
            atLeast(0, "agents", agents),
            atLeast(1, "resources", resources),
            atLeast(1, "policies", policies),
            atLeast(0, "groups", groups),
            atLeast(0, "relations", relations),
            atLeast(0, "chains", chains),
            atLeast(0, "requirements", requirements),
            tooManyRequirements(),
            tooManyChains())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> atLeast(int least, String what, int number) {
    return number >= least
        ? Optional.empty()
        : Optional.of("expected %d or more `--%s`, but found %d".formatted(least, what, number));
  }

  private Optional<String> tooManyRequirements() {
    return requirements <= RandomRequirements.MOST
        ? Optional.empty()
        : Optional.of(
            "expected at most %d `--requirements`, but found %d"
                .formatted(RandomRequirements.MOST, requirements));
  }

  private Optional<String> tooManyChains() {
    long most = (long) agents * Math.max(0, agents - 1);
    return chains <= most
        ? Optional.empty()
        : Optional.of(
            "expected at most %d `--chains`, two of %d agents each, but found %d"
                .formatted(most, agents, chains));
  }

  /** The lines of the scenario, made one by one, so that its size doesn't matter. */
  public Iterator<String> lines(long seed) {
    Random random = new Random(seed);
    Sentences sentences = new Sentences(random);
    return Stream.of(
            Stream.of("scenario: " + name(seed)),
            names("users", users, "- ", RandomScenario::user, ""),
            names("agents", agents, "- ", RandomScenario::agent, ""),
            groups(random),
            section("chains", chains, i -> "- " + chain(i)),
            names("resources", resources, "  ", RandomScenario::resource, ": [read, write]"),
            section("relations", relations, i -> "  " + relation(i) + ": " + pairs(random)),
            new RandomRequirements(requirements).lines(seed),
            section("policies", policies, i -> "- " + sentences.next()))
        // Unlike flatMap, concat holds no section as a whole.
        .reduce(Stream.of(), Stream::concat)
        .iterator();
  }

  private String name(long seed) {
    String related = relations == 0 ? "" : "-o" + relations;
    String required = requirements == 0 ? "" : "-q" + requirements;
    return (realistic ? "realistic" : "random")
        + "-u%d-a%d-g%d%s-c%d-r%d-p%d%s-s%s"
            .formatted(
                users,
                agents,
                groups,
                related,
                chains,
                resources,
                policies,
                required,
                Long.toHexString(seed));
  }

  private static Stream<String> section(String key, int size, IntFunction<String> line) {
    return size == 0
        ? Stream.of()
        : Stream.concat(Stream.of(key + ":"), IntStream.range(0, size).mapToObj(line));
  }

  /** The names one by one, or all in one range. */
  private Stream<String> names(
      String key, int size, String before, IntFunction<String> name, String after) {
    return realistic && size > 1
        ? Stream.of(key + ":", before + range(name, 0, size) + after)
        : section(key, size, i -> before + name.apply(i) + after);
  }

  /** From the name of the first to that of the last; all begin with the same letter. */
  private static String range(IntFunction<String> name, int first, int size) {
    return "%s[%d..%d]".formatted(name.apply(first).substring(0, 1), first + 1, first + size);
  }

  private Stream<String> groups(Random random) {
    return realistic
        ? section(
            "groups",
            2 * groups,
            i ->
                i < groups
                    ? "  " + group(i) + ": " + some(users, RandomScenario::user, random)
                    : "  "
                        + shelf(i - groups)
                        + ": "
                        + some(resources, RandomScenario::resource, random))
        : section("groups", groups, i -> "  " + group(i) + ": " + members(random));
  }

  private static String some(int all, IntFunction<String> name, Random random) {
    int size = 1 + random.nextInt(Math.min(all, LARGEST_GROUP));
    int first = random.nextInt(all - size + 1);
    return size == 1 ? "[" + name.apply(first) + "]" : "[\"" + range(name, first, size) + "\"]";
  }

  private static String shelf(int i) {
    return "s" + (i + 1);
  }

  private static String user(int i) {
    return "u" + (i + 1);
  }

  private static String agent(int i) {
    return "a" + (i + 1);
  }

  private static String group(int i) {
    return "g" + (i + 1);
  }

  private static String relation(int i) {
    return "o" + (i + 1);
  }

  private static String resource(int i) {
    return "r" + (i + 1);
  }

  private String members(Random random) {
    int size = 1 + random.nextInt(Math.min(users, LARGEST_GROUP));
    int first = random.nextInt(users - size + 1);
    return IntStream.range(first, first + size)
        .mapToObj(RandomScenario::user)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A user for each of some resources. */
  private String pairs(Random random) {
    return IntStream.range(0, Math.min(resources, MOST_PAIRS))
        .mapToObj(i -> resource(i) + ": " + user(random.nextInt(users)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The agents of a chain; no two chains are equal. */
  private List<String> chain(int i) {
    int first = i % agents;
    int second = (first + 1 + i / agents) % agents;
    return List.of(agent(first), agent(second));
  }

  /** Draws policy sentences that speak of what the scenario declares. */
  private final class Sentences {
    private final Random random;

    Sentences(Random random) {
      this.random = random;
    }

    String next() {
      return realistic ? nextRealistic() : nextOfAll();
    }

    private String nextRealistic() {
      boolean anyone = one(10);
      String who =
          anyone
              ? "anyone"
              : groups > 0 && !one(4)
                  ? any(groups, RandomScenario::group)
                  : names(users, RandomScenario::user);
      String effect = one(4) ? " MAY NOT " : " MAY ";
      boolean anything = !anyone && one(Math.max(10, policies / OF_ANYTHING));
      String what =
          anything
              ? "anything"
              : groups > 0 && !anyone && one(2)
                  ? any(groups, RandomScenario::shelf)
                  : names(resources, RandomScenario::resource);
      return who + effect + action() + " " + what + (anyone ? namedPath() : path());
    }

    private String namedPath() {
      return agents == 0 || one(4) ? " directly" : " via " + names(agents, RandomScenario::agent);
    }

    private String nextOfAll() {
      return who() + (one(4) ? " MAY NOT " : " MAY ") + action() + " " + what() + path();
    }

    private String who() {
      if (one(10)) {
        return "anyone";
      }
      if (relations > 0 && one(3)) {
        return any(relations, RandomScenario::relation);
      }
      if (groups > 0 && one(2)) {
        return (one(3) ? "anyone except " : "") + any(groups, RandomScenario::group);
      }
      return names(users, RandomScenario::user);
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
      return one(10) ? "anything" : names(resources, RandomScenario::resource);
    }

    private String path() {
      if (one(4)) {
        return "";
      }
      if (agents == 0 || one(4)) {
        return " directly";
      }
      if (chains > 0 && one(3)) {
        return " via " + String.join(" then ", chain(random.nextInt(chains)));
      }
      return " via " + (one(10) ? "any agent" : names(agents, RandomScenario::agent));
    }

    /** One name, or two. */
    private String names(int size, IntFunction<String> name) {
      if (size == 1 || !one(5)) {
        return any(size, name);
      }
      int first = random.nextInt(size - 1);
      return name.apply(first) + ", " + name.apply(first + 1);
    }

    private String any(int size, IntFunction<String> name) {
      return name.apply(random.nextInt(size));
    }

    /** Whether one of so many chances came up. */
    private boolean one(int chances) {
      return random.nextInt(chances) == 0;
    }
  }
}
