package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.ProgressLine;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.cli.sweep.Case;
import dev.onbehalf.cli.sweep.FileCases;
import dev.onbehalf.cli.sweep.RandomCases;
import dev.onbehalf.cli.sweep.Sweep;
import dev.onbehalf.cli.sweep.SweepFile;
import dev.onbehalf.cli.sweep.TruthTableCases;
import dev.onbehalf.cli.sweep.Variation;
import dev.onbehalf.reports.html.HtmlSweep;
import dev.onbehalf.reports.terminal.SweepReport;
import dev.onbehalf.reports.words.Tally;
import dev.onbehalf.text.PrintableText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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
  /** Rows that are written together. */
  private static final int AT_ONCE = 512;

  private static final Pattern TABLES = Pattern.compile("([1-9][0-9]?)x([0-9][0-9]?)");

  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "scenarios, or folders of them")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--vary",
      paramLabel = "KEY=V,V",
      description = "try each value of the key; of several keys every combination")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--policies-from",
      paramLabel = "DIR",
      description = "try the policies of each file in the folder in the place of the scenario's")
  private Optional<String> policiesFrom = Optional.empty();

  @Option(
      names = "--random",
      paramLabel = "N",
      description = "N random scenarios, of the sizes that `generate` has")
  private int random;

  @Option(
      names = "--tables",
      paramLabel = "UxA",
      description = "every truth table of U users and A agents")
  private Optional<String> tables = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      defaultValue = "reports/out",
      description = "the folder for sweep.csv and sweep.html (${DEFAULT-VALUE})")
  private String out = "";

  @Option(names = "--resume", description = "keep the rows that sweep.csv has, and add the others")
  private boolean resume;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "try this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  SweepCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    strategies.forEach(name -> require(catalogue.has(name), catalogue.unknown(name)));
    Stream<Case> cases = cases();
    OutputFolder folder = new OutputFolder(profile.folder(console.workingDirectory().resolve(out)));
    Sweep sweep =
        new Sweep(
            engine.reader(),
            catalogue,
            profile.survey(catalogue.named(strategies), DefaultSettings.of()));
    try {
      folder.create();
      profile.title().ifPresent(title -> console.out().println("profile " + title));
      SweepFile table = new SweepFile(folder.folder().resolve(SweepFile.NAME));
      write(sweep, cases, table);
      Tally tally = tally(table);
      close(folder, tally);
      tally
          .firstProblem()
          .ifPresent(
              first -> console.err().println(PrintableText.escaped("first problem: " + first)));
      return (tally.problems() == tally.rows() ? ExitCode.INVALID_INPUT : ExitCode.OK).code();
    } catch (OutputException e) {
      console.err().println(PrintableText.escaped(String.valueOf(e.getMessage())));
      return ExitCode.OUTPUT_FAILED.code();
    }
  }

  private Stream<Case> cases() {
    List<Variation> variations = vary.stream().map(this::variation).toList();
    require(random >= 0, "expected 0 or more `--random`, but found " + random);
    int sources = (files.isEmpty() ? 0 : 1) + (random == 0 ? 0 : 1) + (tables.isEmpty() ? 0 : 1);
    require(sources == 1, "expected files, `--random` or `--tables`, and one of them");
    require(
        !files.isEmpty() || policiesFrom.isEmpty(), "`--policies-from` takes files of scenarios");
    require(tables.isEmpty() || vary.isEmpty(), "`--tables` leaves nothing to `--vary`");
    if (tables.isPresent()) {
      return tables(tables.get()).all();
    }
    return random > 0
        ? RandomCases.of(random, variations, this::refused)
        : new FileCases(console.workingDirectory(), variations, policiesFrom).of(files);
  }

  private Variation variation(String text) {
    return Variation.of(text)
        .orElseThrow(
            () ->
                refused(
                    "expected a key and values such as `default=deny,unspecified`, but found "
                        + PrintableText.quoted(text)));
  }

  private TruthTableCases tables(String text) {
    Matcher matcher = TABLES.matcher(text);
    require(
        matcher.matches(),
        "expected users and agents such as `3x2`, but found " + PrintableText.quoted(text));
    TruthTableCases found =
        new TruthTableCases(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    require(
        found.requests() <= TruthTableCases.MOST_REQUESTS,
        "tables of %d requests are too many; expected %d requests at most, users times one more than"
                .formatted(found.requests(), TruthTableCases.MOST_REQUESTS)
            + " agents");
    return found;
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw refused(message);
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(Sweep sweep, Stream<Case> cases, SweepFile table) throws OutputException {
    Set<String> known = Set.of();
    if (resume) {
      known = table.resume();
    } else {
      table.begin();
    }
    long done = 0;
    Iterator<Case> all = cases.iterator();
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      while (all.hasNext()) {
        List<Case> next = some(all, known);
        table.add(sweep.rows(next));
        done += next.size();
        line.report("scenarios", done, done);
      }
    }
  }

  private static List<Case> some(Iterator<Case> cases, Set<String> known) {
    List<Case> some = new ArrayList<>(AT_ONCE);
    while (cases.hasNext() && some.size() < AT_ONCE) {
      Case next = cases.next();
      if (!known.contains(next.key())) {
        some.add(next);
      }
    }
    return some;
  }

  private static Tally tally(SweepFile table) throws OutputException {
    Tally tally = new Tally();
    try {
      table.forEach(tally::count);
      return tally;
    } catch (IOException e) {
      throw new OutputException(table.path(), OutputFolder.reason(e));
    }
  }

  private void close(OutputFolder folder, Tally tally) throws OutputException {
    folder.writeRendering(HtmlSweep.FILE_NAME, HtmlSweep.render(tally).getBytes(UTF_8));
    SweepReport.lines(tally).forEach(console.out()::println);
    console.out().println("table " + PrintableText.escaped(folder.shown(SweepFile.NAME)));
    console.out().println("report " + PrintableText.escaped(folder.shown(HtmlSweep.FILE_NAME)));
  }
}
