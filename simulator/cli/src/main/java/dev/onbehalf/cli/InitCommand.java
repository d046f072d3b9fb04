package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Bundled;
import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.run.Failure;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a first scenario, and the schema that editors complete it by. */
@Command(
    name = "init",
    description = "Writes a first scenario to change and run; overwrites nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {
  private static final String SCHEMA = "scenario.schema.json";

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      converter = FileName.class,
      description = "the file to write, such as my.yaml")
  private String file = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--like",
      paramLabel = "NAME",
      completionCandidates = ScenarioNames.class,
      description = "begin with a copy of ${COMPLETION-CANDIDATES}")
  private Optional<String> like = Optional.empty();

  /** The scenarios that can be copied. */
  static final class ScenarioNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ScenarioNames() {
      super(Bundled.SCENARIOS);
    }
  }

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    like.filter(name -> !Bundled.SCENARIOS.contains(name)).ifPresent(this::refuse);
    try {
      return write(console.workingDirectory().resolve(file)).code();
    } catch (OutputException e) {
      Failure failure = Failure.of(e);
      console.err().println(failure.line());
      return failure.code().code();
    }
  }

  private void refuse(String name) {
    throw new ParameterException(
        spec.commandLine(),
        "no scenario is called `%s`%s (there are: %s)"
            .formatted(
                name,
                Suggestions.hint(name, Bundled.SCENARIOS),
                String.join(", ", Bundled.SCENARIOS)));
  }

  private ExitCode write(Path scenario) throws OutputException {
    String name = scenarioName(scenario);
    OutputFolder.writeNew(
        scenario, like.map(one -> Bundled.scenario(one, name)).orElse(Bundled.firstScenario(name)));
    say("wrote " + file);
    Path schema = scenario.resolveSibling(SCHEMA);
    if (!Files.exists(schema)) {
      OutputFolder.writeNew(schema, Bundled.schema());
      say("wrote " + Path.of(file).resolveSibling(SCHEMA) + ", by which editors complete it");
    }
    say("now run: java -jar sim.jar " + file);
    return ExitCode.OK;
  }

  /** The name of the file as far as it can name a scenario. */
  private static String scenarioName(Path file) {
    // The root of a file system has no name.
    String name =
        Optional.ofNullable(file.getFileName())
            .map(Path::toString)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("(\\.onbehalf)?\\.ya?ml$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return name.isEmpty() || name.length() > 100 ? "my-scenario" : name;
  }

  private void say(String line) {
    console.out().println(PrintableText.escaped(line));
  }
}
