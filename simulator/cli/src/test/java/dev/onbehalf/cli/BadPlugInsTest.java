package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A jar that can't be used is refused in one line before anything runs. */
final class BadPlugInsTest {
  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void jars() {
    jar("no-service.jar", new PlugInBuilder().resource("readme.txt", "nothing here"));
    jar("empty.jar", new PlugInBuilder().service("# nobody"));
    jar("absent.jar", new PlugInBuilder().service("other.Absent"));
    jar(
        "wrong.jar",
        new PlugInBuilder()
            .source("other.Wrong", "package other; public class Wrong {}")
            .service("other.Wrong"));
    jar(
        "throwing.jar",
        new PlugInBuilder()
            .source(
                "other.Throwing",
                """
                package other;
                public class Throwing extends good {
                  public Throwing() { throw new IllegalStateException("no"); }
                }
                """)
            .with("good", PlugInBuilder.HAND_OVER)
            .service("other.Throwing"));
    about("shouting.jar", "About.named(\"LOUD\", \"\")");
    about("endless.jar", "About.named(\"a\" + \"-a\".repeat(100000), \"\")");
    about("nobody.jar", "About.named(\"none\", \"\")");
    about("nameless.jar", "About.named(null, \"\")");
    about("painted.jar", "About.named(\"x\", \"\\u001b[31m\")");
    about("chatty.jar", "About.named(\"x\", \"x\".repeat(1000))");
    jar("ours.jar", PlugInBuilder.strategy("token-exchange", PlugInBuilder.HAND_OVER));
    jar("a.jar", PlugInBuilder.strategy("twin", PlugInBuilder.HAND_OVER));
    jar("b.jar", PlugInBuilder.strategy("twin", PlugInBuilder.HAND_OVER));
  }

  private static void about(String jar, String about) {
    jar(
        jar,
        PlugInBuilder.strategy("LOUDx", PlugInBuilder.HAND_OVER)
            .source(
                "other.x",
                ("package other; import dev.onbehalf.strategy.*; public class x extends good {"
                        + " public About about() { return %s; } }")
                    .formatted(about))
            .with("good", PlugInBuilder.HAND_OVER)
            .service("other.x"));
  }

  private static void jar(String name, PlugInBuilder builder) {
    builder.build(folder.resolve(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.jar     | missing.jar: no such file",
        ".               | .: is a folder; expected a jar",
        "small.yaml      | small.yaml: not a jar: ",
        "no-service.jar  | no-service.jar: expected strategies, but it has no META-INF/services/",
        "empty.jar       | empty.jar: its META-INF/services/dev.onbehalf.strategy.CredentialStrategy names no strategy",
        "absent.jar      | absent.jar: can't be loaded: Provider other.Absent not found",
        "wrong.jar       | wrong.jar: can't be loaded: other.Wrong not a subtype",
        "throwing.jar    | throwing.jar: can't be loaded: Provider other.Throwing could not be instantiated",
        "shouting.jar    | shouting.jar: expected the name of a strategy in kebab-case, but found `LOUD`",
        "endless.jar     | endless.jar: expected the name of a strategy in kebab-case, but found `a-a-",
        "nobody.jar      | nobody.jar: expected the name of a strategy in kebab-case, but found `none`",
        "nameless.jar    | nameless.jar: has a strategy that doesn't say what it is: java.lang.NullPointerException: a strategy needs a name",
        "painted.jar     | painted.jar: expected a line for a summary, but found `\\u001b[31m`",
        "chatty.jar      | chatty.jar: expected a line for a summary, but found `xxx",
        "ours.jar        | ours.jar: its strategy `token-exchange` has the name of one of this program",
        "a.jar --plugins b.jar | b.jar: its strategy `twin` has the name of one of `a.jar`",
        "a.jar --plugins missing.jar --plugins empty.jar | missing.jar: no such file\\nempty.jar: its",
        "a.jar --plugin-timeout 0 | expected a `--plugin-timeout` of 1 or more, but found 0",
      })
  void badJar_exitsWith2BeforeAnythingRuns(String jars, String text) {
    Session session = new Session(folder).file("small.yaml", "scenario: small\n");
    session.run(Engine.real(), "--no-bench small.yaml --plugins " + jars);
    session.exits(ExitCode.INVALID_INPUT).complains(text.replace("\\n", "\n"));
    assertEquals(List.of(), session.filesIn("reports/out"));
    assertEquals("", session.out());
  }
}
