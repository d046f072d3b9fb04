package dev.onbehalf.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.browser.Browser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** In a real browser the playground follows what is typed, on any screen, and keeps nothing. */
@Isolated("it looks at how much memory is in use")
final class PlaygroundBrowserTest {
  private static final Path SCENARIOS = Path.of("../../scenarios");
  private static final String SMALL =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [assistant]
      resources: [records]
      policies:
        - dana MAY use records
      # edited here:\s""";

  private static Playground playground;
  private static Browser browser;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() throws IOException {
    playground = Playground.open(0, new Trials(Engine.real(), Duration.ofMinutes(5)));
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    playground.close();
  }

  @BeforeEach
  void open() {
    browser.complaints();
    browser.events();
    browser.open(playground.address(), 1280, "light");
    awaitReport("Use agent-mtls-strict");
  }

  /** Waits for the report whose headline begins so, and until nothing is asked for any more. */
  private static void awaitReport(String headline) {
    awaitQuiet();
    browser.await(
        "return document.getElementById('report').contentDocument.querySelector('h1')"
            + "?.textContent.trim().replace(/\\s+/g, ' ').startsWith(arguments[0]) ?? false",
        headline);
  }

  private static void awaitQuiet() {
    browser.await(
        "return !document.getElementById('verdict').hasAttribute('aria-busy')"
            + " && document.getElementById('verdict').textContent !== ''",
        "");
  }

  private static void awaitVerdict(String words) {
    browser.await(
        "return document.getElementById('verdict').textContent.startsWith(arguments[0])", words);
  }

  private static WebElement editor() {
    return browser.driver().findElement(By.cssSelector(".cm-content"));
  }

  /** Puts the cursor behind the line that holds the words. */
  private static void putCursorBehind(String words) {
    browser.driver().findElements(By.className("cm-line")).stream()
        .filter(line -> line.getText().contains(words))
        .findFirst()
        .orElseThrow()
        .click();
    editor().sendKeys(Keys.END);
  }

  private static String text() {
    return browser
        .words("return [...document.querySelectorAll('.cm-line')].map(l => l.textContent)")
        .stream()
        .reduce((one, other) -> one + "\n" + other)
        .orElseThrow();
  }

  private static void replaceBy(String text) {
    editor().sendKeys(Keys.chord(Keys.CONTROL, "a"));
    // A text area's paste: no indentation is added, and no completion chosen.
    browser
        .driver()
        .executeScript(
            "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);"
                + "document.querySelector('.cm-content').dispatchEvent("
                + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))",
            text);
  }

  /** Who depends on the user alone may be told by her token; omar's calls depend on their path. */
  @Test
  void typing_changesVerdictAndReport() {
    replaceBy(SMALL);
    awaitReport("Use credential-inheritance");
    putCursorBehind("dana MAY use records");
    browser.run(
        """
        const verdict = document.getElementById('verdict');
        window.changes = [];
        new MutationObserver(() => changes.push(performance.now() - window.typed))
            .observe(verdict, {childList: true, characterData: true, subtree: true});
        document.querySelector('.cm-content')
            .addEventListener('input', () => { window.typed = performance.now(); }, true);
        document.querySelector('.cm-content')
            .addEventListener('keydown', () => { window.typed = performance.now(); }, true);
        """);
    editor().sendKeys(Keys.ENTER, "- omar MAY use records via assistant");
    awaitQuiet();
    awaitVerdict("use ");
    browser.await(
        "return !document.getElementById('verdict').textContent.includes(arguments[0])",
        "credential-inheritance");
    String verdict =
        browser.words("return [document.getElementById('verdict').textContent]").get(0);
    String recommended = verdict.replaceAll("use (.*);.*", "$1");
    awaitReport("Use " + recommended);
    System.out.println(
        "verdict after the last key, in ms: "
            + browser.words("return window.changes.map(Math.round)"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void mistake_isUnderlinedAndSaid_untilItIsMended() {
    putCursorBehind("employee-records directly");
    editor().sendKeys("x");
    browser.await("return document.querySelectorAll('.cm-lintRange-error').length > 0", "");
    awaitVerdict("1 problem");
    String said = browser.driver().findElement(By.cssSelector("#problems button")).getText();
    assertTrue(said.startsWith("error, line 14: "), said);
    assertTrue(
        browser.holds("return document.getElementById('report').className === 'stale'", ""),
        "the old report looks new");
    editor().sendKeys(Keys.BACK_SPACE);
    awaitReport("Use agent-mtls-strict");
    assertTrue(
        browser.holds(
            "return document.querySelectorAll('.cm-lintRange-error, #problems li').length === 0",
            ""));
  }

  @Test
  void completion_offersTheNamesOfTheScenario() {
    putCursorBehind("employee-records directly");
    editor().sendKeys(Keys.ENTER, "- hr-staff MAY read employee-records via hr-a");
    browser.await(
        "return [...document.querySelectorAll('.cm-tooltip-autocomplete li')]"
            + ".some(li => li.textContent.includes(arguments[0]))",
        "hr-agent");
    editor().sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "wor");
    browser.await(
        "return [...document.querySelectorAll('.cm-tooltip-autocomplete li')]"
            + ".some(li => li.textContent.includes(arguments[0]))",
        "workload");
  }

  @Test
  void example_isShownAndRun() {
    new Select(browser.driver().findElement(By.id("examples"))).selectByValue("marketing");
    awaitReport("Use credential-inheritance");
  }

  @Test
  void link_carriesTheScenarioInItsFragment() {
    replaceBy(SMALL.replace("pilot", "carried"));
    awaitReport("Use credential-inheritance");
    browser.driver().findElement(By.id("link")).click();
    browser.await("return location.hash.startsWith(arguments[0])", "#s=");
    String address = browser.words("return [location.href]").get(0);
    browser.open(address, 1280, "light");
    awaitReport("Use credential-inheritance");
    assertTrue(text().startsWith("scenario: carried\nusers: [dana, omar]"), text());
    browser.open(playground.address() + "#s=!", 1280, "light");
    awaitReport("Use agent-mtls-strict");
  }

  @Test
  void downloads_areTheScenarioAndTheReport() throws Exception {
    browser
        .driver()
        .executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    browser.driver().findElement(By.id("scenario-file")).click();
    browser.driver().findElement(By.id("report-file")).click();
    Path report = folder.resolve("hr-rollout.html");
    Path scenario = folder.resolve("hr-rollout.onbehalf.yaml");
    browser.await("return arguments[0] !== ''", "downloads");
    while (!Files.exists(report) || !Files.exists(scenario)) {
      Thread.sleep(50);
    }
    assertEquals(
        Files.readString(SCENARIOS.resolve("hr-rollout.yaml")), Files.readString(scenario));
    assertTrue(Files.readString(report).contains("agent-mtls-strict"));
  }

  @Test
  void page_asksForNothingElsewhere() {
    List<String> elsewhere =
        browser.events().stream()
            .filter(event -> event.contains("\"Network.requestWillBeSent\""))
            .map(event -> event.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"))
            .filter(
                url ->
                    !url.startsWith(playground.address())
                        && !url.startsWith("data:")
                        && !url.startsWith("about:"))
            .toList();
    assertEquals(List.of(), elsewhere);
    assertEquals(List.of(), browser.complaints());
  }

  static Stream<Arguments> views() {
    return Stream.of(390, 1280)
        .flatMap(width -> Stream.of("light", "dark").map(scheme -> Arguments.of(width, scheme)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void view_isAccessibleAndDoesNotScrollSideways(int width, String scheme) throws IOException {
    browser.show(width, scheme, "");
    putCursorBehind("employee-records directly");
    editor().sendKeys("x");
    awaitVerdict("1 problem");
    // The report runs no script, so it can't be looked into here: PagesBrowserTest does.
    List<String> violations =
        new AxeBuilder()
            .exclude("iframe").analyze(browser.driver()).getViolations().stream()
                .map(PlaygroundBrowserTest::words)
                .toList();
    assertEquals(List.of(), violations);
    long content = browser.count("return document.documentElement.scrollWidth");
    assertTrue(content <= width, content + " pixels on a screen of " + width);
    editor().sendKeys(Keys.BACK_SPACE);
    awaitReport("Use agent-mtls-strict");
    assertEquals(scheme.equals("dark"), dark("document.body"));
    assertEquals(
        scheme.equals("dark"), dark("document.getElementById('report').contentDocument.body"));
  }

  private static boolean dark(String body) {
    return browser.count(
            "return Number(/\\d+/.exec(getComputedStyle(" + body + ").backgroundColor)[0])")
        < 128;
  }

  @Test
  void thousandEdits_leaveMemoryAsItWas() {
    replaceBy(SMALL);
    awaitReport("Use credential-inheritance");
    editor().sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
    edit(200);
    long server = usedByServer();
    long page = usedByPage();
    long documents = documents();
    edit(1000);
    System.out.printf(
        "after 1000 edits: server %d to %d KiB, page %d to %d KiB, documents %d to %d%n",
        server / 1024,
        usedByServer() / 1024,
        page / 1024,
        usedByPage() / 1024,
        documents,
        documents());
    // Other tests share the server's memory; a result kept for each edit would take far more.
    assertTrue(usedByServer() < server + (32 << 20), "the server's memory grows");
    assertTrue(usedByPage() < page + (4 << 20), "the page's memory grows");
    assertTrue(documents() <= documents + 2, "documents pile up");
  }

  /** Types and takes back, twenty keys at a time, each twenty awaited. */
  private static void edit(int times) {
    for (int i = 0; i < times / 20; i++) {
      String keys = i % 2 == 0 ? "abcdefghijklmnopqrst" : Keys.BACK_SPACE.toString().repeat(20);
      new Actions(browser.driver()).sendKeys(keys).perform();
      awaitQuiet();
    }
    awaitReport("Use credential-inheritance");
  }

  private static long usedByServer() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long usedByPage() {
    browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> usage =
        browser.driver().executeCdpCommand("Runtime.getHeapUsage", Map.of());
    return number(usage, "usedSize");
  }

  private static long documents() {
    browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> counters =
        browser.driver().executeCdpCommand("Memory.getDOMCounters", Map.of());
    return number(counters, "documents");
  }

  private static long number(Map<String, Object> measures, String name) {
    return ((Number) Objects.requireNonNull(measures.get(name))).longValue();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes();
  }
}
