package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a random scenario of the size asked for to standard output. */
@Command(
    name = "generate",
    description = "Prints a random scenario, the same for the same sizes and seed.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  private static final int LINES_AT_ONCE = 1024;
  private static final String DEFAULT = "how many (${DEFAULT-VALUE})";

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--users", paramLabel = "N", defaultValue = "3", description = DEFAULT)
  private int users;

  @Option(names = "--agents", paramLabel = "N", defaultValue = "2", description = DEFAULT)
  private int agents;

  @Option(names = "--resources", paramLabel = "N", defaultValue = "2", description = DEFAULT)
  private int resources;

  @Option(names = "--policies", paramLabel = "N", defaultValue = "5", description = DEFAULT)
  private int policies;

  @Option(names = "--groups", paramLabel = "N", defaultValue = "0", description = DEFAULT)
  private int groups;

  @Option(names = "--relations", paramLabel = "N", defaultValue = "0", description = DEFAULT)
  private int relations;

  @Option(names = "--chains", paramLabel = "N", defaultValue = "0", description = DEFAULT)
  private int chains;

  @Option(names = "--requirements", paramLabel = "N", defaultValue = "0", description = DEFAULT)
  private int requirements;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "what the sentences are drawn from (${DEFAULT-VALUE})")
  private long seed;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    print(
        new RandomScenario(
                users, agents, groups, relations, chains, resources, policies, requirements)
            .lines(seed));
    return ExitCode.OK.code();
  }

  /** Prints some lines at a time, and none for a reader that is gone. */
  private void print(Iterator<String> lines) {
    while (lines.hasNext() && !console.out().checkError()) {
      StringBuilder some = new StringBuilder();
      for (int i = 0; i < LINES_AT_ONCE && lines.hasNext(); i++) {
        some.append(lines.next()).append('\n');
      }
      console.out().print(some);
    }
  }

  private void check() {
    atLeast(1, "--users", users);
    atLeast(0, "--agents", agents);
    atLeast(1, "--resources", resources);
    atLeast(1, "--policies", policies);
    atLeast(0, "--groups", groups);
    atLeast(0, "--relations", relations);
    atLeast(0, "--chains", chains);
    atLeast(0, "--requirements", requirements);
    if (requirements > RandomRequirements.MOST) {
      throw refused(
          "expected at most %d `--requirements`, but found %d"
              .formatted(RandomRequirements.MOST, requirements));
    }
    if (chains > (long) agents * (agents - 1)) {
      throw refused(
          "expected at most %d `--chains`, two of %d agents each, but found %d"
              .formatted((long) agents * Math.max(0, agents - 1), agents, chains));
    }
  }

  private void atLeast(int least, String option, int number) {
    if (number < least) {
      throw refused("expected %d or more `%s`, but found %d".formatted(least, option, number));
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
