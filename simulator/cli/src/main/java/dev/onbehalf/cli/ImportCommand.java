package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FolderFiles;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.products.Importer;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.text.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a scenario made of another product's policies to standard output. */
@Command(
    name = "import",
    description = {
      "Prints the scenario that policies of another product make.",
      "What it can't say of them is listed on standard error and at its end."
    },
    footer = {
      "",
      "aws-iam POLICY.json…        policies of one account, identity- and resource-based",
      "cedar DIR                   policies and entities as JSON; of Cedar's own language what",
      "                            `cedar translate-policy --direction cedar-to-json` makes",
      "casbin MODEL POLICY         a model and its policy",
      "k8s-rbac FILE…              roles and bindings, as YAML or JSON",
      "keycloak-realm REALM.json   an exported realm with its users",
      "openfga MODEL TUPLES…       a model as JSON, what `fga model transform` makes, and tuples",
      "log FILE.jsonl              calls that happened: user, agents, resource, action, time"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = "what the files are, see below",
      completionCandidates = Formats.class)
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "what to read; of a folder, every file in it")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--min-support",
      paramLabel = "N",
      defaultValue = "1",
      description = "how often a call of a log must have happened (${DEFAULT-VALUE})")
  private int minSupport;

  @Option(names = "--strict", description = "exit with 2 if anything is dropped or narrowed")
  private boolean strict;

  ImportCommand(Console console) {
    this.console = console;
  }

  /** The names of the formats. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Importer.words().iterator();
    }
  }

  @Override
  public Integer call() {
    try {
      return print(importer().read(sources(), minSupport)).code();
    } catch (BadSourceException e) {
      console.err().println(e.line());
      return ExitCode.INVALID_INPUT.code();
    }
  }

  private Importer importer() {
    if (minSupport < 1) {
      throw refused("`--min-support` is 1 at least");
    }
    Importer importer =
        Importer.of(format)
            .orElseThrow(
                () ->
                    refused(
                        "can't import "
                            + PrintableText.quoted(format)
                            + "; expected one of "
                            + String.join(", ", Importer.words())
                            + Suggestions.hint(format, Importer.words())));
    if (importer.takesOneFile() && files.size() > 1) {
      throw refused(importer.word() + " takes one file");
    }
    return importer;
  }

  private ParameterException refused(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private List<SourceFile> sources() throws BadSourceException {
    List<SourceFile> sources = new ArrayList<>();
    for (String file : files) {
      for (String one : inFolder(file)) {
        sources.add(SourceFile.of(one, bytes(one)));
      }
    }
    return sources;
  }

  private byte[] bytes(String file) throws BadSourceException {
    try {
      return FileBytes.read(console.workingDirectory(), file, SourceText.MAX_BYTES);
    } catch (UnreadableFileException e) {
      throw new BadSourceException(Place.of(file), e.reason());
    }
  }

  /** The files of a folder in the order of their names, or the file itself. */
  private List<String> inFolder(String file) throws BadSourceException {
    try {
      List<String> names = FolderFiles.of(console.workingDirectory(), file, Files::isRegularFile);
      if (names.isEmpty()) {
        throw new BadSourceException(Place.of(file), "is a folder without files");
      }
      return names;
    } catch (IOException e) {
      throw new BadSourceException(Place.of(file), "can't be read: " + e.getMessage());
    }
  }

  private ExitCode print(Imported imported) {
    console.out().print(imported.yaml());
    console.complain(imported.losses().lines());
    console.complain(imported.changedNames());
    console.err().println(imported.losses().count());
    return strict && !imported.losses().isEmpty() ? ExitCode.INVALID_INPUT : ExitCode.OK;
  }
}
