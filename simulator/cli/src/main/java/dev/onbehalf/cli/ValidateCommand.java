package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.ScenarioFiles;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads scenarios and says what is wrong with them, without running any. */
@Command(
    name = "validate",
    description = "Checks scenario files without running them, and warns of what they say in vain.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "the scenarios to check")
  private List<String> files = new ArrayList<>();

  @Option(names = "--strict", description = "take warnings for mistakes: exit with 2")
  private boolean strict;

  @Mixin private EngineOption policyEngine = new EngineOption();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  ValidateCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    policyEngine.check();
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    ScenarioFiles read = new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
    read.read(files);
    read.scenarios().forEach(scenario -> console.out().println(line(scenario)));
    console.complain(read.problems());
    List<String> warnings = read.warnings();
    console.complain(warnings);
    boolean failsByWarning = strict && !warnings.isEmpty();
    if (failsByWarning) {
      console.err().println("not fine: with --strict a warning is a mistake");
    }
    boolean isFine = read.problems().isEmpty() && !failsByWarning;
    return policyEngine
        .ask(read.scenarios(), console)
        .or(isFine ? ExitCode.OK : ExitCode.INVALID_INPUT)
        .code();
  }

  private static String line(ScenarioFile file) {
    Scenario scenario = file.scenario();
    return "%s: ok (%s, %s, %s, %s)"
        .formatted(
            PrintableText.escaped(file.file()),
            counted(scenario.users().size(), "user", "users"),
            counted(scenario.agents().size(), "agent", "agents"),
            counted(scenario.policies().size(), "policy", "policies"),
            counted(scenario.requestCount(), "request", "requests"));
  }

  private static String counted(Number number, String one, String several) {
    return number + " " + (number.longValue() == 1 ? one : several);
  }
}
