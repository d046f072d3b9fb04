package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Failure;
import dev.onbehalf.cli.run.ReportFiles;
import dev.onbehalf.cli.run.ReportFormat;
import dev.onbehalf.cli.run.ScenarioFiles;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.cli.run.ScenarioRun;
import dev.onbehalf.cli.run.ScenarioRun.Format;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Mode;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.text.Suggestions;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios: the command without a name. */
@Command(
    name = "java -jar sim.jar",
    description = "Says which credential strategies can enforce the policies of a scenario.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    commandListHeading = "%nCommands:%n")
public final class RunCommand implements Callable<Integer> {
  private static final int MOST_WARNINGS = 10;

  private final Engine engine;
  private final Console console;
  private final List<String> commands;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "the scenarios to run")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      defaultValue = "reports/out",
      description = "the folder for the results (${DEFAULT-VALUE})")
  private String out = "";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "run this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private EngineOption policyEngine = new EngineOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "also write ${COMPLETION-CANDIDATES} (comma-separated)")
  private List<ReportFormat> formats = new ArrayList<>();

  @Option(names = "--quiet", description = "print the verdicts alone")
  private boolean quiet;

  @Option(names = "--full", description = "print all tables, not just a summary")
  private boolean full;

  @Option(names = "--strict", description = "run nothing that warrants a warning, and exit with 2")
  private boolean strict;

  @Mixin private ColorOption color = new ColorOption();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + DefaultSettings.SEED,
      description = "the seed of keys and samples (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--signing",
      paramLabel = "ALGORITHM",
      defaultValue = "ES256",
      description = "how tokens are signed: ES256, RS256 or EdDSA (${DEFAULT-VALUE})")
  private SigningAlgorithm signing = SigningAlgorithm.ES256;

  @Option(
      names = "--live-limit",
      paramLabel = "N",
      defaultValue = "" + SimulationSettings.DEFAULT_LIVE_LIMIT,
      description =
          "play up to so many requests with real tokens, and of more a sample (${DEFAULT-VALUE})")
  private int liveLimit;

  @Mixin private MeasuringOptions measuring = new MeasuringOptions();

  @Option(names = "--no-bench", description = "measure nothing")
  private boolean noBench;

  @Option(
      names = "--stacktrace",
      description = "say where in the program an internal error or a failing strategy broke")
  private boolean stackTrace;

  /**
   * A command that isn't running yet.
   *
   * @param commands the names of the others
   */
  RunCommand(Engine engine, Console console, Collection<String> commands) {
    this.engine = engine;
    this.console = console;
    this.commands = List.copyOf(commands);
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    checkArguments(catalogue);
    measuring.complain(console);
    ScenarioFiles read = new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
    read.read(files);
    if (formats.contains(ReportFormat.GITHUB)) {
      read.annotations().forEach(annotation -> console.annotate(annotation.command()));
    }
    if (!read.problems().isEmpty()) {
      console.complain(read.problems());
      return ExitCode.INVALID_INPUT.code();
    }
    if (warns(read.warnings()) && strict) {
      console.err().println("nothing was run: with --strict a warning is a mistake");
      return ExitCode.INVALID_INPUT.code();
    }
    return policyEngine.ask(read.scenarios(), console).or(run(read.scenarios(), catalogue)).code();
  }

  /** Tells the user of the first warnings; says whether there are any. */
  private boolean warns(List<String> warnings) {
    if (strict || !quiet) {
      console.complain(warnings.stream().limit(MOST_WARNINGS).toList());
      int more = warnings.size() - MOST_WARNINGS;
      if (more > 0) {
        console.err().println(more + " more warnings: `validate` shows all");
      }
    }
    return !warnings.isEmpty();
  }

  /** Tells the user of a failure. */
  ExitCode report(Failure failure) {
    console.err().println(failure.line());
    if (stackTrace && failure.isInternal()) {
      failure.cause().printStackTrace(console.err());
    }
    return failure.code();
  }

  private void checkArguments(StrategyCatalogue catalogue) {
    require(!files.isEmpty(), "expected the name of a scenario file, but found none");
    refuseMistypedCommand(files.get(0));
    require(liveLimit >= 1, "expected a `--live-limit` of 1 or more, but found " + liveLimit);
    strategies.forEach(name -> require(catalogue.has(name), catalogue.unknown(name)));
    policyEngine.check();
    profile.carried(catalogue.named(strategies));
  }

  /** What isn't a file, but nearly a command, was meant to be the command. */
  private void refuseMistypedCommand(String word) {
    boolean isFile = new File(console.workingDirectory().toFile(), word).exists();
    String hint = Suggestions.hint(word, commands);
    require(isFile || hint.isEmpty(), "no file or command `%s`%s".formatted(word, hint));
  }

  private void require(boolean condition, String message) {
    require(condition, () -> message);
  }

  private void require(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message.get());
    }
  }

  /** What the product issues nothing for may well do without it. */
  private Optional<String> leftOut(StrategyCatalogue catalogue) {
    List<String> left =
        catalogue.named(strategies).stream()
            .map(strategy -> strategy.about().name())
            .filter(
                name ->
                    profile.profile().stream().noneMatch(one -> one.carried().containsKey(name)))
            .toList();
    return profile.profile().isEmpty() || left.isEmpty()
        ? Optional.empty()
        : Optional.of("  left out, as it issues nothing for them: " + String.join(", ", left));
  }

  private ExitCode run(List<ScenarioFile> scenarios, StrategyCatalogue catalogue) {
    OutputFolder folder = new OutputFolder(outputFolder());
    ReportFiles reports = new ReportFiles(folder, formats);
    ScenarioRun run =
        new ScenarioRun(
            profile.simulation(engine),
            profile.carried(catalogue.named(strategies)),
            settings(),
            profile.title(),
            folder,
            reports,
            console,
            format(),
            this::report,
            new ArrayList<>());
    try {
      folder.create();
    } catch (OutputException e) {
      return report(Failure.of(e));
    }
    if (!quiet) {
      profile.profile().map(Profile::lines).orElse(List.of()).forEach(console.out()::println);
      leftOut(catalogue).ifPresent(console.out()::println);
    }
    ExitCode worst = ExitCode.OK;
    for (ScenarioFile scenario : scenarios) {
      worst = worst.or(run(run, scenario));
    }
    worst = worst.or(summarize(reports, run));
    if (!noBench && profile.profile().isEmpty()) {
      worst = worst.or(measure(run));
    }
    return worst;
  }

  private ExitCode summarize(ReportFiles reports, ScenarioRun run) {
    try {
      run.close(reports.writeSummaries(run.results()));
      formats.stream()
          .distinct()
          .filter(ReportFormat::isPrinted)
          .forEach(format -> console.annotate(format.render(run.results())));
      return ExitCode.OK;
    } catch (OutputException e) {
      return report(Failure.of(e));
    }
  }

  /** Results without a measurement are there already, and stay when it fails. */
  private ExitCode measure(ScenarioRun run) {
    try {
      run.measure(engine.measuring(), measuring.plan(signing, Mode.BRIEF), measuring.measuresAll());
      return ExitCode.OK;
    } catch (MeasurementException | OutputException e) {
      return report(Failure.of(e));
    }
  }

  /** Whatever becomes of one scenario, the others are run. */
  private ExitCode run(ScenarioRun run, ScenarioFile scenario) {
    try {
      return run.run(scenario);
    } catch (OutputException | RuntimeException | Error e) {
      return report(Failure.of(scenario.file(), e));
    }
  }

  private Path outputFolder() {
    return profile.folder(console.workingDirectory().resolve(out));
  }

  private SimulationSettings settings() {
    return profile.settings(
        new SimulationSettings(
            seed, signing, measuring.preferred(), DefaultSettings.CLOCK, liveLimit, List.of()));
  }

  private Format format() {
    return new Format(color.style(), quiet, full);
  }
}
