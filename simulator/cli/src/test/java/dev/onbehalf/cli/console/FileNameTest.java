package dev.onbehalf.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.Fakes;
import dev.onbehalf.cli.Main;
import dev.onbehalf.cli.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be the name of a file is a mistake of the user, whatever it is to be the name of. */
final class FileNameTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "one.yaml ?",
        "validate one.yaml ?",
        "compare token-exchange service-account ?",
        "init ?",
        "report ?",
        "--no-bench --out ? one.yaml",
        "--no-bench --plugins ? one.yaml",
        "report --out ? one.json",
        "strategies --plugins ?",
        "watch --out ? /none/one.yaml",
        "watch --plugins ? /none/one.yaml",
        "watch ?",
        "bench --save ?",
        "bench --against ?",
        "bench --self-test --chart ?",
        "bench --self-test --record ?",
      })
  void commandWithoutProperName_exitsWith2AndSaysSo(String command) {
    for (String name : List.of("", "a\0b")) {
      Session session = new Session(folder).file("one.yaml", "ok one").file("one.json", "{}");
      int code = new Main(Fakes.agreeable(), session.console()).run(words(command, name));
      assertEquals(ExitCode.INVALID_INPUT.code(), code, session.err());
      String expected =
          "expected the name of a file or folder, but found `"
              + name.replace("\0", "\\u0000")
              + "`";
      assertTrue(session.err().lines().findFirst().orElse("").endsWith(expected), session.err());
      assertEquals(List.of("one.json", "one.yaml"), session.filesIn("."));
    }
  }

  private static String[] words(String command, String name) {
    return Stream.of(command.split(" ", -1))
        .map(word -> word.equals("?") ? name : word)
        .toArray(String[]::new);
  }
}
