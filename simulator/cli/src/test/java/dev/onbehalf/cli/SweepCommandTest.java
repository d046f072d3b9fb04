package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.exchange.SweepTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sweep decides every scenario that there is, and loses no row. */
final class SweepCommandTest {
  private static final Engine ENGINE = Engine.real();
  private static final List<String> COLUMNS = SweepTable.COLUMNS;
  private static final String HR =
      """
      scenario: hr
      users: [dana, omar]
      agents: [bot]
      resources: {records: [read, modify]}
      policies:
        - anyone MAY use records directly
        - dana MAY modify records via bot
      """;

  @TempDir private Path folder = Path.of("");

  private Session sweep(String arguments) {
    return new Session(folder).file("hr.yaml", HR).run(ENGINE, "sweep " + arguments);
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.resolve("reports/out/sweep.csv")).stream().skip(1).toList();
  }

  private List<List<String>> table() throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180.parse(Files.newBufferedReader(folder.resolve("reports/out/sweep.csv")))) {
      return parser.stream().skip(1).map(CSVRecord::toList).toList();
    }
  }

  /** How often the column has each value; none of these has a comma in it. */
  private Map<String, Long> counts(String column) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("reports/out/sweep.csv"));
    int index = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1)[index])
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The numbers of truth tables that need what were counted by hand and in closed form. */
  @ParameterizedTest
  @CsvSource({
    "2x2, 2, 2, 14, 10, 12, 24",
    "3x1, 2, 6, 14, 6, 36, 0",
    "3x2, 2, 6, 30, 30, 108, 336"
  })
  void allTruthTables_needAsOftenWhatTheClosedFormsSay(
      String tables, long none, long user, long path, long twoChecks, long gated, long joint)
      throws IOException {
    sweep("--tables " + tables).exits(ExitCode.OK).complainsOfNothing();
    Map<String, Long> needs = counts("needs");
    assertEquals(none, needs.get("none"));
    assertEquals(user, needs.get("user"));
    assertEquals(path, needs.get("path"));
    assertEquals(twoChecks, needs.get("two-checks"));
    assertEquals(gated, needs.get("gated"));
    assertEquals(joint, needs.getOrDefault("joint", 0L));
  }

  @Test
  void scenarioWithoutVariations_isOneRowWithItsVerdict() throws IOException {
    Session session = sweep("hr.yaml").exits(ExitCode.OK).complainsOfNothing();
    assertEquals(Map.of("gated", 1L), counts("needs"));
    assertEquals(Map.of("not-required", 1L), counts("onBehalfOf"));
    assertTrue(
        session
            .out()
            .startsWith(
                "1 scenario\non-behalf-of is required for 0 of them (0.0 %)\nneed gated 100.0 %\n"),
        session.out());
    assertEquals(List.of("out/sweep.csv", "out/sweep.html"), session.filesIn("reports"));
  }

  @Test
  void folder_isReadInTheOrderOfItsFiles() throws IOException {
    new Session(folder).file("b.yaml", HR).file("a.yaml", HR).file("notes.txt", "no scenario");
    sweep(".").exits(ExitCode.OK);
    assertEquals(
        List.of("./a.yaml", "./b.yaml", "./hr.yaml"),
        rows().stream().map(row -> row.substring(0, row.indexOf(','))).toList());
  }

  @Test
  void keysThatVary_areTriedInEveryCombination() throws IOException {
    sweep("hr.yaml --vary default=deny,unspecified --vary workload.token-lifetime=1min,1h,2h")
        .exits(ExitCode.OK);
    assertEquals(6, rows().size());
    assertEquals(
        List.of(
            "default=deny workload.token-lifetime=1min",
            "default=deny workload.token-lifetime=1h",
            "default=deny workload.token-lifetime=2h"),
        rows().stream().limit(3).map(row -> row.split(",", -1)[1]).toList());
    // What nobody speaks of is left open: the portal's users may then come in by the bot, too.
    assertEquals(Map.of("gated", 3L, "none", 3L), counts("needs"));
  }

  @Test
  void listsThatVary_areTakenAsAWhole() throws IOException {
    sweep("hr.yaml --vary users=[dana,omar],[dana],[dana,'omar'] --vary agents=[bot]")
        .exits(ExitCode.OK)
        .complainsOfNothing();
    assertEquals(
        List.of("2", "1", "2"),
        table().stream().map(row -> row.get(COLUMNS.indexOf("users"))).toList());
    assertEquals("users=[dana,omar] agents=[bot]", table().get(0).get(1));
  }

  @Test
  void lifetimeThatVaries_decidesWhatMeetsARequirement() throws IOException {
    new Session(folder).file("short.yaml", HR + "require: {revoke-agent: 60s}\n");
    sweep("short.yaml --vary workload.token-lifetime=30s,1h --strategy token-exchange")
        .exits(ExitCode.OK);
    assertEquals(Map.of("token-exchange", 1L, "none", 1L), counts("recommended"));
  }

  @Test
  void policiesFromAFolder_takeThePlaceOfTheScenarios() throws IOException {
    Files.createDirectory(folder.resolve("policies"));
    new Session(folder)
        .file("policies/all.yaml", "policies: [anyone MAY use anything]\n")
        .file("policies/own.yaml", "policies: [dana MAY use anything]\n");
    sweep("hr.yaml --policies-from policies").exits(ExitCode.OK);
    assertEquals(Map.of("none", 1L, "user", 1L), counts("needs"));
    assertEquals(
        Map.of("policies=policies/all.yaml", 1L, "policies=policies/own.yaml", 1L),
        counts("parameters"));
  }

  @Test
  void badFiles_areRowsWithTheirProblems() throws IOException {
    new Session(folder)
        .file("bad.yaml", HR.replace("dana MAY", "eve MAY"))
        .file("deep.yaml", "[".repeat(5_000));
    sweep("nosuch.yaml bad.yaml deep.yaml hr.yaml")
        .exits(ExitCode.OK)
        .complains("first problem: nosuch.yaml: no such file\n");
    assertEquals(4, rows().size());
    assertTrue(rows().get(0).endsWith(",no such file"), rows().get(0));
    assertTrue(rows().get(1).contains("line 7: "), rows().get(1));
    assertTrue(rows().get(1).contains("eve"), rows().get(1));
    assertTrue(rows().get(2).contains("line 1: "), rows().get(2));
    assertTrue(rows().get(3).contains(",gated,"), rows().get(3));
  }

  @Test
  void nothingButProblems_isInvalid() {
    sweep("hr.yaml --vary nokey=1,2")
        .exits(ExitCode.INVALID_INPUT)
        .complains("first problem: hr.yaml: nokey=1: line ");
  }

  @Test
  void randomScenarios_areTheSameAgain() throws IOException {
    sweep("--random 20 --vary policies=2,6 --vary groups=1").exits(ExitCode.OK);
    List<String> first = rows();
    assertEquals(40, first.size());
    sweep("--random 20 --vary policies=2,6 --vary groups=1").exits(ExitCode.OK);
    assertEquals(first, rows());
  }

  /** A sweep that was killed in the middle of a row ends like one that wasn't. */
  @Test
  void tornTable_isResumedWhereItStopped() throws IOException {
    sweep("--tables 2x2").exits(ExitCode.OK);
    Path table = folder.resolve("reports/out/sweep.csv");
    String whole = Files.readString(table);
    String page = Files.readString(folder.resolve("reports/out/sweep.html"));
    Files.writeString(table, whole.substring(0, whole.length() / 2));
    sweep("--tables 2x2 --resume").exits(ExitCode.OK).complainsOfNothing();
    assertEquals(whole, Files.readString(table));
    assertEquals(page, Files.readString(folder.resolve("reports/out/sweep.html")));
  }

  /** What was asked, of what, and how the file was: of none of these a table may hold two. */
  @ParameterizedTest
  @CsvSource({
    "--tables 2x1, --tables 1x3, 'row 1, `tables users=2 agents=1 table=0`, is of another sweep'",
    "--tables 2x1, --tables 2x1 --strategy gateway, 'row 1, '",
    "hr.yaml --strategy gateway, hr.yaml --strategy client-id, 'row 1, `hr.yaml`, '",
    "hr.yaml --vary default=deny, hr.yaml --vary default=unspecified, 'row 1, '",
    "hr.yaml hr.yaml, hr.yaml, 'row 2, `hr.yaml`, is of another sweep'",
    "--random 3 --vary users=2, --random 3 --vary users=3, 'row 1, '"
  })
  void tableOfAnotherSweep_isRefusedAndNothingLost(String before, String now, String complaint)
      throws IOException {
    sweep(before).exits(ExitCode.OK);
    Path table = folder.resolve("reports/out/sweep.csv");
    String whole = Files.readString(table);
    sweep(now + " --resume").exits(ExitCode.OUTPUT_FAILED).complains(complaint);
    assertEquals(whole, Files.readString(table));
  }

  @Test
  void tableOfFewerCases_isResumedWithMore() throws IOException {
    sweep("hr.yaml --vary default=deny").exits(ExitCode.OK);
    String first = rows().get(0);
    sweep("hr.yaml --vary default=deny,unspecified --resume").exits(ExitCode.OK);
    assertEquals(2, rows().size());
    assertEquals(first, rows().get(0));
  }

  @Test
  void resumingAFileWithoutLineEnds_isRefusedAndNothingLost() throws IOException {
    Files.createDirectories(folder.resolve("reports/out"));
    new Session(folder).file("reports/out/sweep.csv", "mine");
    sweep("hr.yaml --resume").exits(ExitCode.OUTPUT_FAILED);
    assertEquals("mine", Files.readString(folder.resolve("reports/out/sweep.csv")));
  }

  @Test
  void badFileThatIsVaried_saysWhatIsWrongWithIt() throws IOException {
    new Session(folder).file("bad.yaml", "scenario: [\n");
    sweep("bad.yaml --vary default=deny").exits(ExitCode.INVALID_INPUT);
    String varied = rows().get(0);
    sweep("bad.yaml").exits(ExitCode.INVALID_INPUT);
    String alone = rows().get(0);
    assertEquals(
        alone.substring(alone.indexOf("line ")), varied.substring(varied.indexOf("line ")));
  }

  @Test
  void resumingWithNothingThere_begins() throws IOException {
    sweep("hr.yaml --resume").exits(ExitCode.OK);
    assertEquals(1, rows().size());
  }

  @Test
  void resumingWhatIsNoTable_isRefusedAndNothingLost() throws IOException {
    Files.createDirectories(folder.resolve("reports/out"));
    new Session(folder).file("reports/out/sweep.csv", "a,b\n1,2\n");
    sweep("hr.yaml --resume").exits(ExitCode.OUTPUT_FAILED);
    assertEquals("a,b\n1,2\n", Files.readString(folder.resolve("reports/out/sweep.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|expected files, `--random` or `--tables`, and one of them",
        "hr.yaml --random 3|expected files, `--random` or `--tables`, and one of them",
        "--random -1|expected 0 or more `--random`, but found -1",
        "--random 2 --vary user=3|random scenarios have no `user` to vary; did you mean `users`?",
        "--random 2 --vary users=many|expected a number of users, but found `many`",
        "--random 2 --vary users=0|expected 1 or more `--users`, but found 0",
        "--random 2 --vary chains=9|expected at most 2 `--chains`",
        "hr.yaml --vary default|expected a key and values such as `default=deny,unspecified`",
        "hr.yaml --vary users=[dana|expected a key and values",
        "hr.yaml --vary users=[dana],|expected a key and values",
        "hr.yaml --vary users='dana|expected a key and values",
        "hr.yaml --vary default=deny,|expected a key and values",
        "--tables 3|expected users and agents such as `3x2`, but found `3`",
        "--tables 9x9|tables of 90 requests are too many; expected 20 requests at most",
        "--tables 2x2 --vary users=3|`--tables` leaves nothing to `--vary`",
        "--random 2 --policies-from .|`--policies-from` takes files of scenarios",
        "hr.yaml --strategy token-exchang|did you mean `token-exchange`?"
      })
  void badArguments_areRefused(String arguments, String complaint) throws IOException {
    Session session = sweep(arguments).exits(ExitCode.INVALID_INPUT);
    assertTrue(session.err().contains(complaint), session.err());
    assertTrue(Files.notExists(folder.resolve("reports/out/sweep.csv")));
  }
}
