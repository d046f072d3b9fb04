package dev.onbehalf.simulation.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes a sentence in vain, or a name that nothing uses, is told where it stands. */
final class LintTest {
  private static final String HEAD =
      """
      scenario: test
      users: [ann, bob]
      agents: [ada, cyd]
      resources: {disk: [read, write]}
      policies:
      """;

  private static List<String> warnings(String file) throws InvalidScenarioException {
    byte[] bytes = file.getBytes(UTF_8);
    return Lint.warnings(ScenarioReader.read("f", bytes), bytes).stream()
        .map(warning -> warning.render("f"))
        .toList();
  }

  /** Sentences begin in line 6, each in column 5. */
  private static Stream<Arguments> sentences() {
    return Stream.of(
        row("anyone MAY use disk"),
        row("ann MAY use disk directly", "bob MAY use disk via any agent"),
        row("anyone MAY use disk via any agent", "bob MAY NOT write disk via ada"),
        // What a default denies may still be said.
        row("anyone MAY use disk via ada", "ann MAY NOT use disk via cyd"),
        // Nothing says more than another that also says less.
        row(
            "anyone MAY read disk via any agent",
            "ann MAY use disk via ada",
            "bob MAY write disk via cyd"),
        // contradictions
        row(
            "ann MAY use disk directly",
            "ann MAY NOT use disk directly",
            "bob MAY use disk via any agent",
            "6: this contradicts line 7, and MAY NOT wins: it permits nothing"),
        row(
            "ann MAY NOT read disk",
            "ann MAY read disk via any agent",
            "bob MAY read disk via any agent",
            "7: this permits nothing: line 6 prohibits all of it"),
        row(
            "ann MAY NOT read disk",
            "ann MAY NOT write disk",
            "ann MAY use disk via ada",
            "bob MAY read disk via cyd",
            "8: this permits nothing: lines 6, 7 together prohibit all of it"),
        // Who prohibits it on another path isn't to blame.
        row(
            "anyone MAY NOT read disk via cyd",
            "ann MAY NOT use disk via ada",
            "ann MAY read disk via ada",
            "bob MAY read disk via ada",
            "8: this permits nothing: line 7 prohibits all of it"),
        // duplicates
        row(
            "anyone MAY use disk",
            "ann, bob MAY read, write disk",
            "7: this says the same as line 6"),
        row(
            "anyone MAY use disk",
            "anyone MAY NOT use disk via ada",
            "ann, bob MAY NOT use disk via ada",
            "8: this says the same as line 7"),
        // what others say already
        row(
            "ann MAY use disk directly",
            "anyone MAY use disk directly",
            "anyone MAY read disk via any agent",
            "6: this changes nothing: line 7 already permits all of it"),
        row(
            "anyone MAY use disk",
            "anyone MAY NOT write disk",
            "ann MAY NOT write disk via ada",
            "8: this changes nothing: line 7 already prohibits all of it"),
        row(
            "anyone MAY read disk via any agent",
            "anyone MAY write disk via any agent",
            "ann MAY use disk via ada",
            "8: this changes nothing: lines 6, 7 together already permit all of it"),
        // Where a MAY NOT takes the rest, what is left is permitted by another.
        row(
            "anyone MAY read disk via ada",
            "ann MAY use disk via ada",
            "anyone MAY NOT write disk",
            "bob MAY read disk via cyd",
            "7: this changes nothing: line 6 already permits all of it"),
        // no such request
        row(
            "anyone MAY use disk via any agent",
            "ann MAY use disk via ada then cyd",
            "7: this matches no request: no chain is declared with its agents in this order"),
        // paths that were forgotten
        row(
            "ann MAY use disk",
            "bob MAY read disk via ada",
            "6: without a path this permits it through every agent, too; for calls in person alone,"
                + " write `directly`"),
        row("ann MAY use disk", "bob MAY NOT use disk via ada"),
        // A sentence with `only` has its prohibition, whoever else prohibits.
        row(
            "ann MAY use disk only via ada",
            "ann MAY NOT use disk via cyd",
            "bob MAY read disk via cyd",
            "7: this changes nothing: line 6 already prohibits all of it"),
        row(
            "ann MAY use disk only via ada",
            "ann MAY use disk only via ada",
            "bob MAY read disk via cyd",
            "7: this says the same as line 6"),
        row(
            "ann MAY use disk only via ada",
            "ann MAY use disk via ada",
            "ann MAY NOT use disk except via ada",
            "bob MAY read disk via cyd",
            "7: this changes nothing: line 6 already permits all of it",
            "8: this changes nothing: line 6 already prohibits all of it"),
        // Of those that say some of it, as many as it takes.
        row(
            "ann MAY read disk via any agent",
            "ann MAY read disk via ada",
            "ann MAY read disk directly",
            "ann MAY read disk via cyd",
            "bob MAY write disk via ada",
            "6: this changes nothing: lines 7, 9 together already permit all of it",
            "7: this changes nothing: line 6 already permits all of it",
            "9: this changes nothing: line 6 already permits all of it"),
        // names
        row("ann MAY use disk", "2: no sentence speaks of the user `bob`"),
        row("anyone MAY use disk via ada", "3: no sentence speaks of the agent `cyd`"));
  }

  private static Arguments row(String... lines) {
    List<String> expected = Stream.of(lines).filter(line -> line.matches("\\d+: .*")).toList();
    String sentences =
        Stream.of(lines)
            .filter(line -> !expected.contains(line))
            .map(line -> "  - " + line + "\n")
            .collect(Collectors.joining());
    return Arguments.of(sentences, expected);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentence_isWarnedOf(String sentences, List<String> expected)
      throws InvalidScenarioException {
    assertEquals(
        expected,
        warnings(HEAD + sentences).stream()
            .map(line -> line.replaceFirst("f:(\\d+):\\d+: warning: ", "$1: "))
            .toList());
  }

  @Test
  void everyWarning_standsAtItsLineAndColumn() throws InvalidScenarioException {
    assertEquals(
        List.of(
            "f:2:19: warning: no sentence speaks of the user `cleo`",
            "f:3:15: warning: no sentence speaks of the agent `cyd`",
            "f:5:3: warning: no sentence speaks of the resource `tape`",
            "f:7:3: warning: nothing uses the group `idle`",
            "f:9:10: warning: no sentence speaks of the chain `ada then eve`, so that calls along it"
                + " are denied by default",
            "f:11:3: warning: nothing uses the relation `maker`",
            "f:13:17: warning: no sentence tells `size is medium` from `size is small`",
            "f:14:3: warning: no sentence speaks of `hour`",
            "f:17:12: warning: this says the same as line 16"),
        warnings(
            """
            scenario: test
            users: [ann, bob, cleo]
            agents: [ada, cyd, eve]
            resources: {disk: [read],
              tape: [read]}
            groups:
              idle: [ann]
              staff: [ann, bob]
            chains: [[ada, eve]]
            relations:
              maker: {disk: bob}
            context:
              size: [small, medium, large]
              hour: [day, night]
            policies:
              - staff MAY read disk via ada when size is large
              - {say: "ann, bob MAY read disk via ada when size is large"}
            """));
  }

  @Test
  void defaultThatLeavesChainsOpen_isNotWarnedOf() throws InvalidScenarioException {
    String file =
        """
        scenario: test
        users: [ann]
        agents: [ada, cyd]
        chains: [[ada, cyd]]
        resources: [disk]
        default: unspecified
        policies: [ann MAY use disk via any agent]
        """;
    assertEquals(List.of(), warnings(file));
    assertEquals(
        List.of(
            "f:4:10: warning: no sentence speaks of the chain `ada then cyd`, so that calls along it"
                + " are denied by default"),
        warnings(file.replace("default: unspecified", "default: deny")));
  }

  @Test
  void namesThatAreUsedInAnyWay_areNotWarnedOf() throws InvalidScenarioException {
    assertEquals(
        List.of(),
        warnings(
            """
            scenario: test
            users: [ann, bob]
            groups: {core: [ann], staff: [core, bob]}
            agents: [ada, cyd]
            relations:
              owner: {disk: ann}
              helper: {ann: ada, bob: cyd}
            resources: [disk, tape]
            context: {mode: [day, night]}
            policies:
              - owner MAY use disk via helper when mode is day
              - staff MAY use tape via helper
            """));
  }

  @Test
  void shippedScenario_hasNoWarning() throws IOException, InvalidScenarioException {
    try (Stream<Path> files = Files.list(Path.of("../../scenarios"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        assertEquals(List.of(), warnings(Files.readString(file)), file.toString());
      }
    }
  }
}
