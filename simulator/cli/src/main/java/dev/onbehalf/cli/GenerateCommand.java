package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.sweep.RandomScenario;
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

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "" + RandomScenario.USERS,
      description = DEFAULT)
  private int users;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "" + RandomScenario.AGENTS,
      description = DEFAULT)
  private int agents;

  @Option(
      names = "--resources",
      paramLabel = "N",
      defaultValue = "" + RandomScenario.RESOURCES,
      description = DEFAULT)
  private int resources;

  @Option(
      names = "--policies",
      paramLabel = "N",
      defaultValue = "" + RandomScenario.POLICIES,
      description = DEFAULT)
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
      names = "--realistic",
      description = {
        "speak of anyone only for a resource and path by name, and in few sentences of anything,",
        "and write names as ranges, so that a world of any size is neither denied as a whole nor",
        "large in its file"
      })
  private boolean realistic;

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
    RandomScenario scenario =
        new RandomScenario(
            users, agents, groups, relations, chains, resources, policies, requirements, realistic);
    scenario
        .problem()
        .ifPresent(
            problem -> {
              throw new ParameterException(spec.commandLine(), problem);
            });
    print(scenario.lines(seed));
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
}
