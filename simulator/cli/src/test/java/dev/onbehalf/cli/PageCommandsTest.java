package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.cli.PageCommands.PageCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands are found in the fenced blocks of a page, and nowhere else. */
final class PageCommandsTest {
  @Test
  void textThatIsNoCommand_isLeft() {
    String page =
        """
        Run `java -jar sim.jar`:

            java -jar sim.jar indented

        ```java
        java.util.List<String> list;
        ```

        ```
        who := "anyone"
        ```
        """;
    assertEquals(List.of(), PageCommands.of(page));
  }

  @Test
  void block_isOfCommands_eachWithoutItsComment() {
    String page =
        """
        ```
        java -jar sim.jar init my.yaml      # writes one

        some-tool my.yaml && java -jar sim.jar my.yaml
        ./sim '#1.yaml'
        ```
        """;
    assertEquals(
        List.of(
            new PageCommand("java -jar sim.jar init my.yaml", List.of()),
            new PageCommand("some-tool my.yaml", List.of()),
            new PageCommand("java -jar sim.jar my.yaml", List.of()),
            new PageCommand("./sim '#1.yaml'", List.of())),
        PageCommands.of(page));
  }

  @Test
  void session_hasCommandsWithWhatTheyPrint() {
    String page =
        """
        ```
        $ ./sim one.yaml
        one
          …
        $ ./sim two.yaml
        two
        ```

        ```sh
        $ ./sim three.yaml
        ```
        """;
    assertEquals(
        List.of(
            new PageCommand("./sim one.yaml", List.of("one", "  …")),
            new PageCommand("./sim two.yaml", List.of("two")),
            new PageCommand("./sim three.yaml", List.of())),
        PageCommands.of(page));
  }

  @Test
  void commandAmongOtherLines_isFoundByTheProgram() {
    String page =
        """
        ```
        first build it, then
        nice java -jar sim.jar my.yaml
        ```
        """;
    assertEquals(
        List.of(new PageCommand("nice java -jar sim.jar my.yaml", List.of())),
        PageCommands.of(page));
  }
}
