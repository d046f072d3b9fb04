package dev.onbehalf.cli.spark;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.LogStream;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Terminal;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.cli.sweep.SweepOptions;
import dev.onbehalf.cli.sweep.SweepRun;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.text.PrintableText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program that {@code spark-submit} runs: a sweep whose rows are made by a cluster. */
@Command(
    name = "spark-sweep",
    description = "Makes the table that `sim sweep` makes, on Apache Spark.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
public final class SparkSweep implements Callable<Integer> {
  private static final String MASTER = "spark.master";

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SweepOptions options = new SweepOptions();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "try this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "the cluster, where spark-submit doesn't say it (${DEFAULT-VALUE})")
  private String master = "";

  @Option(
      names = "--parquet",
      paramLabel = "DIR",
      description =
          "also write the table into this folder as sweep.parquet; all machines must reach it")
  private Optional<String> parquet = Optional.empty();

  private SparkSweep(Console console) {
    this.console = console;
  }

  /** Runs the sweep, and ends the process unless all went well. */
  public static void main(String[] arguments) {
    // As in sim.jar: rows are compared between machines.
    Locale.setDefault(Locale.ROOT);
    int code =
        run(
            new Console(
                LogStream.to(new FileOutputStream(FileDescriptor.out)),
                LogStream.to(new FileOutputStream(FileDescriptor.err)),
                Path.of(""),
                Terminal::isPipe,
                Terminal::showsErrors),
            arguments);
    // To some clusters, a driver that exits by itself has failed.
    if (code != ExitCode.OK.code()) {
      System.exit(code);
    }
  }

  static int run(Console console, String... arguments) {
    return new CommandLine(new SparkSweep(console))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, words) -> refuse(console, e))
        .setExitCodeExceptionMapper(e -> ExitCode.INTERNAL_ERROR.code())
        .execute(arguments);
  }

  private static int refuse(Console console, ParameterException e) {
    console.err().println(PrintableText.escaped(String.valueOf(e.getMessage())));
    return ExitCode.INVALID_INPUT.code();
  }

  @Override
  public Integer call() throws IOException {
    List<CredentialStrategy> all = StrategyCatalogue.onClassPath();
    StrategyCatalogue catalogue = new StrategyCatalogue(all);
    strategies.forEach(name -> requireKnown(name, catalogue));
    List<CredentialStrategy> chosen = catalogue.named(strategies);
    List<String> tried =
        chosen.equals(all) ? List.of() : chosen.stream().map(one -> one.about().name()).toList();
    Stream<Case> cases = options.cases(console.workingDirectory());
    try (SparkSession spark = session()) {
      return run(spark, cases, tried).code();
    }
  }

  private void requireKnown(String name, StrategyCatalogue catalogue) {
    if (!catalogue.has(name)) {
      throw new ParameterException(spec.commandLine(), catalogue.unknown(name));
    }
  }

  private SparkSession session() {
    SparkConf settings = new SparkConf().setAppName("sweep").setIfMissing(MASTER, master);
    return SparkSession.builder().config(settings).getOrCreate();
  }

  private ExitCode run(SparkSession spark, Stream<Case> cases, List<String> tried) {
    SweepRun run =
        new SweepRun(console, new OutputFolder(options.folder(console.workingDirectory())), tried);
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    ExitCode code =
        run.run(cases, options.resume(), all -> new ClusterRows(context, tried, all).stream());
    return code == ExitCode.OUTPUT_FAILED || parquet.isEmpty()
        ? code
        : code.or(write(new ParquetTable(spark, parquet.get()), run));
  }

  private ExitCode write(ParquetTable parquetTable, SweepRun run) {
    try {
      parquetTable.write(run.table());
      console.out().println("parquet " + PrintableText.escaped(parquetTable.path()));
      return ExitCode.OK;
    } catch (OutputException e) {
      console.err().println(PrintableText.escaped(String.valueOf(e.getMessage())));
      return ExitCode.OUTPUT_FAILED;
    }
  }
}
