package dev.onbehalf.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.onbehalf.reports.browser.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** In a real browser the pages are accessible, stay where they are, and show what they hold. */
final class PagesBrowserTest {
  private static Pages pages;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    pages = Pages.serve();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    pages.close();
  }

  static Stream<String> names() {
    return Pages.NAMES.stream();
  }

  static Stream<Arguments> views() {
    return names()
        .flatMap(
            name ->
                Stream.of(320, 768, 1440)
                    .flatMap(
                        width ->
                            Stream.of("light", "dark")
                                .map(scheme -> Arguments.of(name, width, scheme))));
  }

  @ParameterizedTest
  @MethodSource("views")
  void view_hasNoAccessibilityViolation(String name, int width, String scheme) {
    browser.open(pages.address(name), width, scheme);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    List<String> violations =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .map(PagesBrowserTest::words)
                .toList();
    assertEquals(List.of(), violations);
  }

  @ParameterizedTest
  @MethodSource("views")
  void view_doesNotScrollSideways(String name, int width, String scheme) {
    browser.open(pages.address(name), width, scheme);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    long content = browser.count("return document.documentElement.scrollWidth");
    assertTrue(content <= width, content + " pixels on a screen of " + width);
  }

  @ParameterizedTest
  @MethodSource("names")
  void page_asksForNothingButItself(String name) {
    browser.events();
    browser.complaints();
    pages.takeRequests();
    browser.open(pages.address(name), 1440, "light");
    assertEquals(List.of("/" + name), pages.takeRequests());
    List<String> elsewhere =
        browser.events().stream()
            .filter(event -> event.contains("\"Network.requestWillBeSent\""))
            .filter(event -> !event.contains("\"url\":\"" + pages.address(name) + "\""))
            .filter(event -> !event.contains("\"url\":\"data:,\""))
            .toList();
    assertEquals(List.of(), elsewhere);
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @MethodSource("names")
  void deepLinks_showTheirTargets(String name) {
    browser.open(pages.address(name), 1440, "light");
    List<String> ids =
        browser.words("return [...document.querySelectorAll('[id]')].map(e => e.id)");
    for (String id : ids) {
      browser.open(pages.address(name) + "#" + id, 1440, "light");
      browser.await(
          "const e = document.getElementById(arguments[0]), b = e.getBoundingClientRect();"
              + "return e.checkVisibility() && b.height > 0 && b.top < innerHeight && b.bottom > 0",
          id);
    }
  }

  @Test
  void hostileNames_doNothing() {
    browser.open(pages.address("hostile.html"), 768, "light");
    assertEquals("hr-rollout: impersonate, or act on behalf?", browser.driver().getTitle());
    long strangers =
        browser.count("return document.querySelectorAll('script,img,main style').length");
    assertEquals(0, strangers);
    assertTrue(browser.driver().findElement(By.tagName("main")).isDisplayed());
  }

  @Test
  void page_isReadInAMinute_andPrintsOnFivePages() {
    browser.open(pages.address("hr-rollout.html"), 1280, "light");
    long height = browser.count("return document.documentElement.scrollHeight");
    assertTrue(height < 6_000, height + " pixels");
    assertTrue(browser.printedPages() <= 5, browser.printedPages() + " pages");
  }

  @Test
  void keyboard_reachesTheVerdictAndOpensProofs() {
    browser.open(pages.address("hr-rollout.html"), 1440, "light");
    new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    WebElement first = browser.driver().switchTo().activeElement();
    assertEquals("Skip to the verdict", first.getText());
    assertTrue(first.getLocation().getX() >= 0, "the focused link stays out of sight");
    WebElement proof = browser.driver().findElement(By.cssSelector("details:not([open]) summary"));
    proof.sendKeys(Keys.ENTER);
    assertTrue(browser.holds("return arguments[0].parentElement.open", proof));
  }

  @ParameterizedTest
  @MethodSource("names")
  void pageWithoutItsStyle_saysEverything(String name) {
    browser.open(pages.strictAddress(name), 1440, "light");
    String text = browser.driver().findElement(By.tagName("body")).getText();
    assertTrue(text.contains("✓") && text.contains("✗"), text);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void chart_showsItsMarksOnThePaper(String scheme, int paper, int blue) throws IOException {
    browser.open(pages.address("hr-rollout.html"), 1440, scheme);
    List<WebElement> charts = browser.driver().findElements(By.cssSelector("svg.chart"));
    assertEquals(1, charts.size());
    for (WebElement chart : charts) {
      Map<Integer, Integer> colours = colours(browser.picture(chart));
      int all = colours.values().stream().mapToInt(Integer::intValue).sum();
      assertTrue(colours.getOrDefault(paper, 0) > all / 2, "mostly paper");
      assertTrue(colours.getOrDefault(blue, 0) > 50, "blue marks");
      assertTrue(colours.size() > 20, "words");
    }
  }

  static Stream<Arguments> charts() {
    return Stream.of(
        Arguments.of("light", 0xFFFFFF, 0x0072B2), Arguments.of("dark", 0x11161B, 0x3D9BDC));
  }

  private static Map<Integer, Integer> colours(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> colours = new TreeMap<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    return colours;
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes();
  }
}
