package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.onbehalf.cli.run.ScenarioFiles;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.products.Exporter;
import dev.onbehalf.products.export.Design;
import dev.onbehalf.products.export.Export;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the policies of a scenario for a policy engine, as a strategy's evidence allows them. */
@Command(
    name = "export",
    description = {
      "Writes the policies of a scenario for another product, for each enforcement point.",
      "What the strategy's evidence can't enforce is refused, with the requests that prove it."
    },
    footer = {
      "",
      "For each point which value comes from which claim, and for",
      "cedar           policies with schema, entities and tests",
      "casbin          a model and its policy",
      "cerbos          a policy with tests, in a folder for each point",
      "postgres        roles and row-level policies for tables that are the resources",
      "keycloak-realm  users, clients and scopes that issue what the strategy presents",
      "spring          two classes with which Spring Authorization Server does, checks included"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", converter = FileName.class, description = "the scenario")
  private String file = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "for which product, see below",
      completionCandidates = Formats.class)
  private String format = "";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "by which evidence; else what is recommended, or the plan")
  private Optional<String> strategy = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      description = "where to write (export/FORMAT)")
  private Optional<String> out = Optional.empty();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  ExportCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  /** The names of the formats. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Exporter.words().iterator();
    }
  }

  @Override
  public Integer call() throws BadPlugInException, OutputException {
    Exporter exporter = exporter();
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    strategy
        .filter(name -> !catalogue.has(name))
        .ifPresent(
            name -> {
              throw refused(catalogue.unknown(name));
            });
    ScenarioFiles read = new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
    read.read(List.of(file));
    if (!read.problems().isEmpty()) {
      console.complain(read.problems());
      return ExitCode.INVALID_INPUT.code();
    }
    return export(read.scenarios().get(0), catalogue, exporter).code();
  }

  private Exporter exporter() {
    return Exporter.of(format)
        .orElseThrow(
            () ->
                refused(
                    "can't export to "
                        + PrintableText.quoted(format)
                        + "; expected one of "
                        + String.join(", ", Exporter.words())
                        + Suggestions.hint(format, Exporter.words())));
  }

  private ParameterException refused(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private ExitCode export(ScenarioFile read, StrategyCatalogue catalogue, Exporter exporter)
      throws OutputException {
    Recommended recommended =
        Recommended.of(
            profile.simulation(engine),
            read,
            profile.carried(catalogue.named(strategy.stream().toList())),
            profile.settings(DefaultSettings.of()));
    if (!recommended.failures().isEmpty()) {
      console.complain(recommended.failures().stream().map(Failure::line).toList());
      return ExitCode.STRATEGY_FAILED;
    }
    List<Design> designs = recommended.designs(strategy.isPresent());
    if (designs.isEmpty()) {
      console.complain(recommended.refusal().stream().map(PrintableText::escaped).toList());
      return ExitCode.EXPECTATION_FAILED;
    }
    List<Mapping> points =
        new Export(read.scenario(), file, designs)
            .points(name -> profile.profile().flatMap(product -> product.agentClaim(name)));
    List<String> problems =
        points.stream().flatMap(point -> exporter.problems(point).stream()).distinct().toList();
    if (problems.isEmpty()) {
      write(points, exporter);
      return ExitCode.OK;
    }
    problems.forEach(one -> console.err().println(PrintableText.escaped(file + ": " + one)));
    return ExitCode.EXPECTATION_FAILED;
  }

  private void write(List<Mapping> points, Exporter exporter) throws OutputException {
    Path folder = console.workingDirectory().resolve(folderName());
    for (Mapping point : points) {
      for (ExportFile written : exporter.files(point)) {
        write(folder, written);
      }
    }
    for (Mapping point : points) {
      console
          .out()
          .println(
              PrintableText.escaped(
                  "ask it in %s: %s".formatted(folderName(), exporter.check(point))));
    }
  }

  /** What is exported for one product is no business of another's. */
  private String folderName() {
    return out.orElse("export/" + format);
  }

  /** Some products want a folder of their own for what they read. */
  private void write(Path folder, ExportFile written) throws OutputException {
    Path file = folder.resolve(written.name());
    OutputFolder parent = new OutputFolder(file.resolveSibling(""));
    parent.create();
    parent.write(file.getFileName().toString(), written.text().getBytes(UTF_8));
    console.out().println(PrintableText.escaped(Path.of(folderName(), written.name()).toString()));
  }
}
