package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.ProgressLine;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.gate.GateMode;
import dev.onbehalf.cli.gate.GateOptions;
import dev.onbehalf.cli.gate.GateRun;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Mode;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.reports.terminal.TimingReport;
import dev.onbehalf.reports.terminal.TimingReport.Row;
import dev.onbehalf.simulation.live.CallSteps;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what strategies cost, or compares it with a baseline, and runs no scenario. */
@Command(
    name = "bench",
    description =
        "Measures what it costs to obtain, verify and decide on credentials, and compares builds.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "STRATEGY",
      arity = "0..*",
      description = "the strategies to measure (all)")
  private List<String> strategies = new ArrayList<>();

  @Mixin private MeasuringOptions measuring = new MeasuringOptions();

  @Mixin private GateOptions gate = new GateOptions();

  @Option(
      names = "--signing",
      paramLabel = "ALGORITHM",
      defaultValue = "ES256",
      description = "how tokens are signed: ES256, RS256 or EdDSA (${DEFAULT-VALUE})")
  private SigningAlgorithm signing = SigningAlgorithm.ES256;

  @Mixin private ColorOption color = new ColorOption();

  BenchCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws MeasurementException, OutputException {
    StrategyCatalogue catalogue = engine.strategies();
    strategies.forEach(name -> requireKnown(name, catalogue));
    gate.mistake(catalogue.names()).ifPresent(this::refuse);
    gate.mode().mistake(given()).ifPresent(this::refuse);
    if (gate.mode() != GateMode.MEASURE) {
      return new GateRun(gate, engine.measuring().forks(), console, strategies).run().code();
    }
    measuring.complain(console);
    List<String> names =
        catalogue.named(strategies).stream().map(strategy -> strategy.about().name()).toList();
    Plan plan = measuring.plan(signing, Mode.QUICK);
    Measurement measurement = measure(names, plan);
    List<Row> rows = names.stream().map(name -> row(name, plan, measurement)).toList();
    console.out().print(TimingReport.render(rows, color.style()));
    return ExitCode.OK.code();
  }

  private void requireKnown(String name, StrategyCatalogue catalogue) {
    if (!catalogue.has(name)) {
      refuse(catalogue.unknown(name));
    }
  }

  private List<String> given() {
    return spec.commandLine().getParseResult().matchedOptionsSet().stream()
        .map(OptionSpec::longestName)
        .toList();
  }

  private void refuse(String message) {
    throw new ParameterException(spec.commandLine(), message);
  }

  private Measurement measure(List<String> names, Plan plan) throws MeasurementException {
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      return engine.measuring().run(names, plan, line);
    }
  }

  private static Row row(String name, Plan plan, Measurement measurement) {
    CallSteps steps = Measurement.steps(name, plan);
    OperationCounts counts = steps.costOfObtaining();
    return new Row(
        name,
        counts.signatures(),
        counts.verifications(),
        counts.roundTrips(),
        steps.tokenBytes(),
        measurement.timing(name));
  }
}
