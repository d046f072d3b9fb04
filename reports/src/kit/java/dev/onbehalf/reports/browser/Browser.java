package dev.onbehalf.reports.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium; there is no test without it. */
public final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser that knows nothing yet. */
  public static Browser start() {
    if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
      throw new IllegalStateException(
          "expected " + CHROMIUM + " and " + DRIVER + ": install chromium and chromium-driver");
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build();
    return new Browser(new ChromeDriver(service, options()));
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + newFolder());
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    logging.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
    return options;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("chromium");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Opens the address in a window of the width and colour scheme. */
  public void open(String address, int width, String scheme) {
    show(width, scheme, "");
    // A page that is there already would only be scrolled.
    driver.get("about:blank");
    driver.get(address);
  }

  /** Shows the page on a screen, or with the medium {@code print} on paper. */
  public void show(int width, String scheme, String medium) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Runs the script in the page. */
  public void run(String script) {
    driver.executeScript(script);
  }

  /** The number that the script returns. */
  public long count(String script) {
    return ((Number) value(script)).longValue();
  }

  /** Whether the script returns true. */
  public boolean holds(String script, Object argument) {
    return (Boolean) value(script, argument);
  }

  /** A picture of the part of the page that the element takes. */
  public byte[] picture(WebElement element) {
    Rectangle place = element.getRect();
    Map<String, Object> clip =
        Map.of(
            "x", place.getX(),
            "y", place.getY(),
            "width", place.getWidth(),
            "height", place.getHeight(),
            "scale", 1);
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("clip", clip, "captureBeyondViewport", true));
    return Base64.getDecoder().decode(String.valueOf(picture.get("data")));
  }

  /** How many sheets the page takes, as browsers print it. */
  public int printedPages() {
    Map<String, Object> printed = driver.executeCdpCommand("Page.printToPDF", Map.of());
    String document =
        new String(Base64.getDecoder().decode(String.valueOf(printed.get("data"))), ISO_8859_1);
    return document.split("/Type\\s*/Page[^s]", -1).length - 1;
  }

  /** Waits until the script returns true, for what takes the browser a moment. */
  public void await(String script, Object argument) {
    new WebDriverWait(driver, Duration.ofMinutes(2)).until(it -> holds(script, argument));
  }

  /** The words that the script returns. */
  public List<String> words(String script) {
    return ((List<?>) value(script)).stream().map(String::valueOf).toList();
  }

  private Object value(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeScript(script, arguments), script);
  }

  /** What the browser complained of since it was asked last. */
  public List<String> complaints() {
    return messages(LogType.BROWSER);
  }

  /** The events of the network and the page since they were asked for last. */
  public List<String> events() {
    return messages(LogType.PERFORMANCE);
  }

  private List<String> messages(String log) {
    return driver.manage().logs().get(log).getAll().stream().map(LogEntry::getMessage).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
