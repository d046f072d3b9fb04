package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds: it makes a scenario that can be read, or one line says what is wrong. */
final class HostileFilesTest {
  private static final int MUTANTS = 300;
  private static final Path EXAMPLES = Path.of("examples");

  private static final Map<Importer, List<String>> FILES =
      Map.of(
          Importer.AWS_IAM, List.of("analyst.json"),
          Importer.CEDAR, List.of("cedar/policies.json", "cedar/entities.json"),
          Importer.CASBIN, List.of("model.conf", "policy.csv"),
          Importer.K8S_RBAC, List.of("agents.yaml"),
          Importer.KEYCLOAK_REALM, List.of("realm.json"),
          Importer.OPENFGA, List.of("model.json", "tuples.yaml"),
          Importer.LOG, List.of("calls.jsonl"));

  /** What one file is refused for. */
  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            Importer.AWS_IAM, "{\"a\":".repeat(70) + "1" + "}".repeat(70), "nested deeper"),
        Arguments.of(Importer.AWS_IAM, "[".repeat(100_000), "deeper"),
        Arguments.of(Importer.AWS_IAM, "{\"Statement\": [], \"Statement\": []}", "already"),
        Arguments.of(Importer.AWS_IAM, "{} {}", "one JSON value"),
        Arguments.of(Importer.AWS_IAM, "", "is empty"),
        Arguments.of(Importer.AWS_IAM, "\ufeff\ufeff{}", "f:1: "),
        Arguments.of(Importer.AWS_IAM, "{\"Statement\": \u0000}", "f:1: "),
        Arguments.of(Importer.AWS_IAM, "{\"Statement\": 1}", "f:1: /Statement: expected a map"),
        Arguments.of(Importer.LOG, "{\"user\":\"a\",\"resource\":\"r\"}\n{\n", "f:2"),
        Arguments.of(Importer.K8S_RBAC, "a: &x [1]\nb: *x\n", "f:2: /b: is an alias"),
        Arguments.of(Importer.K8S_RBAC, "kind: Role\nkind: Role\n", "f:2: /kind: is a key"),
        Arguments.of(Importer.CEDAR, "permit(principal, action, resource);", "f:1: "),
        Arguments.of(Importer.KEYCLOAK_REALM, "{\"realm\": \"r\"}", "says nothing"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void badFile_isRefusedInOneLine(Importer importer, String text, String words) {
    BadSourceException refused =
        assertThrows(BadSourceException.class, () -> read(importer, List.of(bytes(text))));
    assertTrue(refused.line().contains(words), refused::line);
    assertTrue(refused.line().startsWith("f"), refused::line);
    assertEquals(1, refused.line().lines().count());
  }

  @Test
  void otherEncodings_areRefused() {
    for (byte[] bytes :
        List.of(
            "{}".getBytes(StandardCharsets.UTF_16), new byte[] {'{', (byte) 0xff, (byte) 0xc0})) {
      BadSourceException refused =
          assertThrows(BadSourceException.class, () -> read(Importer.AWS_IAM, List.of(bytes)));
      assertTrue(refused.line().contains("UTF-"), refused::line);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mutatedExamples_makeAScenarioOrALine(Importer importer) throws Exception {
    Random random = new Random(8);
    int scenarios = 0;
    for (int i = 0; i < MUTANTS; i++) {
      List<byte[]> mutants = new ArrayList<>();
      for (String name : FILES.getOrDefault(importer, List.of())) {
        mutants.add(mutated(Files.readAllBytes(EXAMPLES.resolve(name)), random));
      }
      try {
        Reread.of(read(importer, mutants));
        scenarios++;
      } catch (BadSourceException e) {
        assertEquals(1, e.line().lines().count(), e::line);
      }
    }
    assertTrue(scenarios > 0 && scenarios < MUTANTS, importer + ": " + scenarios);
  }

  /** Some letters changed, or a piece said twice, or left out. */
  private static byte[] mutated(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      String piece =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> text.substring(at, end).repeat(2);
            case 2 -> List.of("*", "?", "ä", "\\u0000", "MAY", "#", ":").get(random.nextInt(7));
            default -> text.substring(at, end).toUpperCase(Locale.ROOT);
          };
      text = text.substring(0, at) + piece + text.substring(end);
    }
    return bytes(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Imported read(Importer importer, List<byte[]> files) throws BadSourceException {
    List<SourceFile> sources = new ArrayList<>();
    List<String> names = FILES.getOrDefault(importer, List.of());
    for (int i = 0; i < files.size(); i++) {
      // The last example has the name that a single file goes by.
      String end =
          names.size() > 1 && files.size() > 1 ? names.get(i).replaceAll(".*\\.", ".") : "";
      sources.add(SourceFile.of("f" + (i == 0 ? "" : i) + end, files.get(i)));
    }
    return importer.read(sources, 1);
  }
}
