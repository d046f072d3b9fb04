package dev.onbehalf.scenario.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Keywords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What an editor underlines and what the reader refuses are the same, within a schema's reach. */
final class ScenarioSchemaTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/dev/onbehalf/scenario/reading/schema");
  private static final Path SCENARIOS = Path.of("../../scenarios");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(bundled());
  private static final YAMLMapper YAML = new YAMLMapper();

  /** The folders of the corpus: which of the two accepts their files. */
  private enum Verdict {
    GOOD("good", true, true),
    BAD("bad", false, false),
    READER_ONLY("reader-only", true, false),
    SCHEMA_ONLY("schema-only", false, true);

    private final String folder;
    private final boolean bySchema;
    private final boolean byReader;

    Verdict(String folder, boolean bySchema, boolean byReader) {
      this.folder = folder;
      this.bySchema = bySchema;
      this.byReader = byReader;
    }

    private Stream<Path> files() {
      return ScenarioSchemaTest.files(CORPUS.resolve(folder));
    }

    /** Whether only one of the two refuses the files, so that each has to say why. */
    private boolean isSplit() {
      return bySchema != byReader;
    }
  }

  @ParameterizedTest
  @EnumSource
  void corpus_isJudgedBySchemaAndReaderAsItsFolderSays(Verdict verdict) {
    List<String> wrong =
        verdict
            .files()
            .flatMap(
                file ->
                    Stream.concat(
                        complaint(file, "schema", schemaProblem(file), verdict.bySchema),
                        complaint(file, "reader", readerProblem(file), verdict.byReader)))
            .toList();
    assertEquals(List.of(), wrong);
  }

  private static Stream<String> complaint(
      Path file, String judge, String problem, boolean expected) {
    return problem.isEmpty() == expected
        ? Stream.of()
        : Stream.of(file + ": the " + judge + (expected ? " refuses it: " + problem : " accepts"));
  }

  @ParameterizedTest
  @EnumSource
  void corpus_hasFilesOfEveryVerdict_andSaysWhyTheJudgesDiffer(Verdict verdict) {
    assertTrue(verdict.files().count() > 1, verdict.folder);
    verdict.files().filter(file -> verdict.isSplit()).forEach(ScenarioSchemaTest::assertSaysWhy);
  }

  private static void assertSaysWhy(Path file) {
    assertTrue(text(file).startsWith("# "), file + " doesn't say why the judges differ");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_ofTheRepository_isValidAndNamesTheSchema(Path file) {
    assertEquals("", schemaProblem(file));
    assertEquals("", readerProblem(file));
    assertTrue(text(file).startsWith("# yaml-language-server: $schema=scenario.schema.json\n"));
  }

  static Stream<Path> scenarios() {
    return files(SCENARIOS);
  }

  @Test
  void schema_besideTheScenarios_isTheBundledOne() {
    assertEquals(bundled(), text(SCENARIOS.resolve("scenario.schema.json")));
  }

  @Test
  void schema_describesEveryKey() {
    JsonNode keys = YAML.readTree(bundled()).get("properties");
    assertFalse(keys.isEmpty());
    keys.properties().forEach(key -> assertTrue(key.getValue().has("description"), key.getKey()));
  }

  @Test
  void schema_knowsTheKeywordsOfTheSentences() {
    String pattern = YAML.readTree(bundled()).at("/definitions/name/pattern").asString();
    String keywords = pattern.substring("^(?!(?:".length(), pattern.indexOf(")$"));
    List<String> words = List.of(keywords.split("\\|", -1));
    assertTrue(words.stream().allMatch(Keywords::isKeyword), keywords);
    // An editor shows the pattern of a sentence, so the two are held together here.
    String sentence = YAML.readTree(bundled()).at("/definitions/sentence/pattern").asString();
    assertTrue(sentence.contains("(?!(?:" + keywords + ")"), sentence);
  }

  @Test
  void schema_knowsTheWordsOfMachineryAndHabits() {
    ClosedLists words = new ClosedLists();
    assertEquals(words.machinery().orElseThrow(), enumeration("machinery"));
    assertEquals(words.habits().orElseThrow(), enumeration("habit"));
  }

  private static List<String> enumeration(String definition) {
    return YAML.readTree(bundled())
        .at("/definitions/" + definition + "/enum")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** What the schema has against the file; nothing if it is fine. */
  private static String schemaProblem(Path file) {
    try {
      List<Error> errors = SCHEMA.validate(YAML.readTree(text(file)));
      return String.join("; ", errors.stream().map(Error::toString).toList());
    } catch (JacksonException e) {
      return e.getOriginalMessage();
    }
  }

  private static String readerProblem(Path file) {
    try {
      ScenarioReader.read(file.toString(), Files.readAllBytes(file), new ClosedLists());
      return "";
    } catch (InvalidScenarioException e) {
      return e.problems().get(0).message();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bundled() {
    try (InputStream stream = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
      assertNotNull(stream);
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
