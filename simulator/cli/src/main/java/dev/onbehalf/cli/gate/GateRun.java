package dev.onbehalf.cli.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.ProgressLine;
import dev.onbehalf.cli.gate.GateContext.Outcome;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.AllocationGate;
import dev.onbehalf.jmh.gate.BaselineJson;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.Forks;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.jmh.gate.Role;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.jmh.gate.SavedBaseline;
import dev.onbehalf.jmh.gate.TimeAdvice;
import dev.onbehalf.reports.gate.RatioChart;
import dev.onbehalf.text.PrintableText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out what the options of the gate ask for. */
public final class GateRun {
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final GateOptions options;
  private final ForkLog forks;
  private final Console console;
  private final List<String> names;
  private final BuildFile build = BuildFile.running();

  public GateRun(GateOptions options, Forks forks, Console console, List<String> names) {
    this.options = options;
    this.forks = new ForkLog(forks);
    this.console = console;
    this.names = names;
  }

  /** Saves, compares or tests itself. */
  public ExitCode run() throws MeasurementException, OutputException {
    String baseline = options.against().orElseGet(() -> build.facts().getOrDefault("name", ""));
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      GateContext context = new GateContext(options, forks, line, names, build);
      ExitCode code = run(context, baseline);
      if (options.record().isPresent()) {
        write(options.record().get(), forks.csv());
      }
      return code;
    } catch (IncomparableException e) {
      return refuse(baseline + ": " + e.getMessage());
    } catch (UnreadableFileException e) {
      return refuse(baseline + ": " + e.reason());
    }
  }

  private ExitCode run(GateContext context, String baseline)
      throws MeasurementException, OutputException, IncomparableException, UnreadableFileException {
    if (options.save().isPresent()) {
      return save(context, options.save().get());
    }
    if (options.against().isEmpty()) {
      return new SelfTest(context).run(console);
    }
    byte[] file = FileBytes.read(console.workingDirectory(), baseline, MOST_BYTES);
    return show(
        isJar(file)
            ? new DuetComparison(
                    context,
                    BuildFile.of(console.workingDirectory().resolve(baseline)),
                    options.slowDown(),
                    options.seed())
                .compare()
            : new SavedComparison(context, baseline, BaselineJson.read(file)).compare());
  }

  private ExitCode save(GateContext context, String file)
      throws MeasurementException, OutputException, IncomparableException {
    write(file, BaselineJson.write(newBaseline(context)));
    console.out().println(PrintableText.escaped("wrote " + file));
    return ExitCode.OK;
  }

  private static SavedBaseline newBaseline(GateContext context)
      throws IncomparableException, MeasurementException {
    Inventory inventory = context.candidate();
    List<String> names = List.copyOf(inventory.strategies().keySet());
    Build build = new Build(Role.CANDIDATE, context.build().classPath(), 0);
    SortedMap<String, String> artifact = new TreeMap<>(context.build().facts());
    artifact.put("saved", LocalDate.now(ZoneOffset.UTC).toString());
    return new SavedBaseline(
        artifact,
        Machine.environment(),
        inventory,
        AllocationGate.measure(context.forks(), List.of(build), names).get(0),
        TimeAdvice.measure(
            context.forks(), build, Row.all(names), context.options().seed(), context.progress()));
  }

  private ExitCode show(Outcome outcome) throws OutputException {
    console.out().print(options.format().render(outcome.summary()));
    if (options.chart().isPresent()) {
      write(options.chart().get(), RatioChart.render(outcome.summary()));
    }
    return outcome.code();
  }

  private void write(String file, String text) throws OutputException {
    Path path = console.workingDirectory().resolve(file).toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      throw new OutputException(path, "is a folder; expected the name of a file");
    }
    OutputFolder folder = new OutputFolder(Optional.ofNullable(path.getParent()).orElse(path));
    folder.create();
    folder.write(String.valueOf(path.getFileName()), text.getBytes(UTF_8));
  }

  private ExitCode refuse(String message) {
    console.err().println(PrintableText.escaped(message));
    return ExitCode.INVALID_INPUT;
  }

  /** A jar is a ZIP file, and those begin so. */
  private static boolean isJar(byte[] file) {
    return file.length > 1 && file[0] == 'P' && file[1] == 'K';
  }
}
