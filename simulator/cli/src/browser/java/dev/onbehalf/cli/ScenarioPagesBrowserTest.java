package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that the scenarios of the project really get are accessible, and soon read. */
final class ScenarioPagesBrowserTest {
  private static final Path SCENARIOS = Path.of("../../scenarios").toAbsolutePath().normalize();

  @TempDir private static Path folder = Path.of("");
  private static Browser browser;

  @BeforeAll
  static void start() {
    String files =
        scenarios()
            .map(name -> SCENARIOS.resolve(name + ".yaml").toString())
            .collect(Collectors.joining(" "));
    new Session(folder)
        .run(Engine.real(), "--no-bench --quiet --out . " + files)
        .exits(ExitCode.OK);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  private static Stream<String> scenarios() {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> views() {
    return Stream.concat(Stream.of("index"), scenarios())
        .flatMap(
            page ->
                Stream.of(390, 768, 1280)
                    .flatMap(
                        width ->
                            Stream.of("light", "dark")
                                .map(scheme -> Arguments.of(page, width, scheme))));
  }

  private static String address(String page) {
    return folder.resolve(page + ".html").toUri().toString();
  }

  @ParameterizedTest
  @MethodSource("views")
  void view_hasNoAccessibilityViolation_andDoesNotScrollSideways(
      String page, int width, String scheme) {
    browser.open(address(page), width, scheme);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    List<String> violations =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .map(ScenarioPagesBrowserTest::words)
                .toList();
    assertEquals(List.of(), violations);
    long content = browser.count("return document.documentElement.scrollWidth");
    assertTrue(content <= width, content + " pixels on a screen of " + width);
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes();
  }

  @Test
  void hrRollout_isReadInAMinute_andPrintsOnFivePages() {
    browser.open(address("hr-rollout"), 1280, "light");
    long height = browser.count("return document.documentElement.scrollHeight");
    assertTrue(height < 6_000, height + " pixels");
    assertTrue(browser.printedPages() <= 5, browser.printedPages() + " pages");
  }
}
