package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What other programs find us by says what is so. */
final class ListingsTest {
  private static final Path ROOT = PageProject.ROOT;

  @Test
  void jbang_startsTheProgramOfThisVersion() throws Exception {
    JsonNode alias = json("jbang-catalog.json").path("aliases").path("onbehalf");
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(text("pom.xml"));
    assertTrue(version.find());
    assertEquals(
        "dev.onbehalf:onbehalf-cli:" + version.group(1), alias.path("script-ref").asString());
    assertEquals(Main.class, Class.forName(alias.path("main").asString()));
  }

  @Test
  void schemaStore_knowsTheSuffix() throws IOException {
    JsonNode entry = json("scenarios/schema-store.json").path("schemas").path(0);
    assertEquals("*.onbehalf.yaml", entry.path("fileMatch").path(0).asString());
    assertEquals(
        entry.path("url").asString(),
        json("scenarios/scenario.schema.json").path("$id").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "agents.onbehalf.yaml, true",
    "a/b.onbehalf.yml, true",
    "agents.yaml, false",
    "onbehalf.yaml.txt, false"
  })
  void hooks_checkFilesOfTheSuffix(String file, boolean checked) throws IOException {
    JsonNode hooks = new YAMLMapper().readTree(text(".pre-commit-hooks.yaml"));
    assertEquals(2, hooks.size());
    for (JsonNode hook : hooks) {
      assertEquals(checked, Pattern.compile(hook.path("files").asString()).matcher(file).find());
      assertTrue(hook.path("entry").asString().endsWith(" validate"), hook::toString);
    }
  }

  @Test
  void listForModels_linksWhatIsThere() throws IOException {
    Matcher link = Pattern.compile("\\]\\(([^)]+)\\)").matcher(text("llms.txt"));
    List<String> links = link.results().map(found -> found.group(1)).toList();
    assertTrue(links.size() > 5, links::toString);
    links.forEach(file -> assertTrue(Files.exists(ROOT.resolve(file)), file));
  }

  private static JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(text(file));
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
