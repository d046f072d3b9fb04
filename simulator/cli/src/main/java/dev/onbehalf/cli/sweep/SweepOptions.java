package dev.onbehalf.cli.sweep;

import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.sweep.RandomCases;
import dev.onbehalf.sweep.TruthTableCases;
import dev.onbehalf.sweep.Variation;
import dev.onbehalf.text.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which scenarios to sweep, and where the results go. */
public final class SweepOptions {
  private static final Pattern TABLES = Pattern.compile("([1-9][0-9]?)x([0-9][0-9]?)");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "scenarios, or folders of them")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--vary",
      paramLabel = "KEY=V,V",
      description =
          "try each value of the key, also lists such as [ann, bob]; of several keys every"
              + " combination")
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

  @Option(
      names = "--resume",
      description = "keep the rows that sweep.csv has of this sweep, and add the others")
  private boolean resume;

  /** Whether rows that are there already are kept. */
  public boolean resume() {
    return resume;
  }

  /** The folder for results. */
  public Path folder(Path workingDirectory) {
    return workingDirectory.resolve(out);
  }

  /** The cases; files may be named relative to the folder. */
  public Stream<Case> cases(Path workingDirectory) {
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
        : new FileCases(workingDirectory, variations, policiesFrom).of(files);
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
}
