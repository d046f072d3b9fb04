package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.cli.sweep.RowMaker;
import dev.onbehalf.cli.sweep.SweepOptions;
import dev.onbehalf.cli.sweep.SweepRun;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.sweep.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides many scenarios by their exact scores alone. */
@Command(
    name = "sweep",
    description = {
      "Says of many scenarios what they need and what suffices, about a thousand a second.",
      "Nothing is played with real tokens: run what is remarkable by itself."
    },
    footer = {
      "",
      "sweep cases/                          every scenario of a folder",
      "sweep s.yaml --vary default=deny,unspecified --vary workload.token-lifetime=1min,1h",
      "sweep s.yaml --policies-from policies/",
      "sweep --random 1000 --vary policies=2,5,10",
      "sweep --tables 3x2                    all ways to permit to 3 users, via 2 agents"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SweepOptions options = new SweepOptions();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "try this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ProfileOption profile = new ProfileOption();

  SweepCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    strategies.forEach(name -> requireKnown(name, catalogue));
    Stream<Case> cases = options.cases(console.workingDirectory());
    List<CredentialStrategy> chosen = catalogue.named(strategies);
    List<String> tried = tried(chosen);
    Sweep sweep = new Sweep(catalogue, tried, profile.survey(chosen, DefaultSettings.of()));
    profile.title().ifPresent(title -> console.out().println("profile " + title));
    Path folder = profile.folder(options.folder(console.workingDirectory()));
    return new SweepRun(console, new OutputFolder(folder), tried)
        .run(cases, options.resume(), RowMaker.here(sweep))
        .code();
  }

  private void requireKnown(String name, StrategyCatalogue catalogue) {
    if (!catalogue.has(name)) {
      throw new ParameterException(spec.commandLine(), catalogue.unknown(name));
    }
  }

  /** The names of the strategies; none if they are all of ours, and nobody else's. */
  private List<String> tried(List<CredentialStrategy> chosen) {
    return chosen.equals(engine.strategies().all())
        ? List.of()
        : chosen.stream().map(one -> one.about().name()).toList();
  }
}
