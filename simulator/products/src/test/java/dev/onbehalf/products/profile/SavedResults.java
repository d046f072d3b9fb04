package dev.onbehalf.products.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.products.results.ServerResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The results of real servers, which are saved with the sources: what comes out has to be what was
 * saved. With {@code -Dresults=write} it is saved first, with the day if anything differs.
 */
final class SavedResults {
  private static final Path FOLDER = Path.of("src/main/resources/dev/onbehalf/products/results");

  private SavedResults() {}

  static void check(ServerResult result) throws IOException {
    Path file = FOLDER.resolve(result.fileName());
    if ("write".equals(System.getProperty("results")) && !text(file, result).equals(saved(file))) {
      Files.writeString(file, result.on(LocalDate.now(ZoneOffset.UTC).toString()).text());
    }
    assertEquals(text(file, result), saved(file), "run the test with -Dresults=write");
  }

  private static String saved(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** As it would be saved, but for the day, which is the one that is saved. */
  private static String text(Path file, ServerResult result) throws IOException {
    String saved = saved(file);
    return saved.isEmpty() ? result.text() : result.on(ServerResult.read(saved).date()).text();
  }
}
