package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The steps of the action do, by themselves, what a workflow would have them do. */
final class ActionIT {
  private static final Path ROOT = PageProject.ROOT;
  private static final String SCENARIO =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [assistant]
      resources: [records]
      policies:
        - dana MAY use records
      expect:
        recommended: credential-inheritance
      """;

  @TempDir private Path folder = Path.of("");

  private Path work = Path.of("");
  private Path temporary = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    work = Files.createDirectories(folder.resolve("work/a b"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @Test
  void scenariosAsExpected_passWithASummaryAndFiles() throws Exception {
    Files.writeString(work.resolve("pilot.onbehalf.yaml"), SCENARIO);
    Step step = run(Map.of("FILES", "**/*.onbehalf.yaml", "ARGUMENTS", "--seed 2"));
    assertEquals(0, step.code(), step.output());
    assertTrue(step.output().contains("pilot: use credential-inheritance"), step.output());
    assertTrue(read("summary").contains("## pilot\n\n**use credential-inheritance"), step.output());
    assertEquals("results=" + temporary.resolve("onbehalf") + "\n", read("output"));
    for (String file : new String[] {"results.sarif", "junit.xml", "pilot.html"}) {
      assertTrue(Files.exists(temporary.resolve("onbehalf").resolve(file)), file);
    }
  }

  @Test
  void expectation_thatFails_isAnnotatedAndEndsTheStep() throws Exception {
    String other = SCENARIO.replace("credential-inheritance", "token-exchange");
    Files.writeString(work.resolve("pilot.onbehalf.yaml"), other);
    Step step = run(Map.of("FILES", "**/*.onbehalf.yaml", "ARGUMENTS", ""));
    assertEquals(1, step.code(), step.output());
    assertTrue(
        step.output().contains("::error file=a b/pilot.onbehalf.yaml,line=8,col="), step.output());
    assertTrue(read("summary").contains("✗ expectation failed"), step.output());
  }

  @Test
  void scenario_thatCannotBeRead_isAnnotatedAtItsPlace() throws Exception {
    String mistaken = SCENARIO.replace("- dana", "- dan");
    Files.writeString(work.resolve("pilot.onbehalf.yaml"), mistaken);
    Step step = run(Map.of("FILES", "**/*.onbehalf.yaml", "ARGUMENTS", ""));
    assertEquals(2, step.code(), step.output());
    assertTrue(
        step.output()
            .contains("::error file=a b/pilot.onbehalf.yaml,line=6,col=5,title=scenario-invalid::"),
        step.output());
  }

  @Test
  void patterns_thatMatchNothing_fail() throws Exception {
    Step step = run(Map.of("FILES", "**/*.onbehalf.yaml", "ARGUMENTS", ""));
    assertEquals(2, step.code(), step.output());
    assertTrue(step.output().contains("no file matches **/*.onbehalf.yaml"), step.output());
  }

  @Test
  void download_isUsedOnlyWithItsChecksum() throws Exception {
    Path release = Files.createDirectory(folder.resolve("release"));
    Files.writeString(release.resolve("sim.jar"), "a jar");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest("a jar".getBytes(UTF_8));
    Files.writeString(
        release.resolve("sim.jar.sha256"), HexFormat.of().formatHex(digest) + " *sim.jar\n");
    Map<String, String> address =
        Map.of("RELEASE", release.toUri().toString().replaceAll("/$", ""));
    Step good = step("Download sim.jar", address);
    assertEquals(0, good.code(), good.output());
    assertEquals("a jar", Files.readString(temporary.resolve("sim.jar")));
    Files.writeString(release.resolve("sim.jar"), "another jar");
    assertNotEquals(0, step("Download sim.jar", address).code());
  }

  private Step run(Map<String, String> inputs) throws Exception {
    return step("Run scenarios", inputs);
  }

  /** How a step ended. */
  record Step(int code, String output) {}

  /** Runs the script of the step as a runner does. */
  private Step step(String name, Map<String, String> inputs) throws Exception {
    JsonNode action = new YAMLMapper().readTree(Files.readAllBytes(ROOT.resolve("action.yml")));
    String script =
        StreamSupport.stream(action.path("runs").path("steps").spliterator(), false)
            .filter(step -> step.path("name").asString().equals(name))
            .map(step -> step.path("run").asString())
            .findFirst()
            .orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script);
    Map<String, String> environment = builder.environment();
    environment.putAll(inputs);
    environment.put("JAR", ROOT.resolve("sim.jar").toRealPath().toString());
    environment.put("RUNNER_TEMP", temporary.toString());
    environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    Path java = Path.of(System.getProperty("java.home"), "bin");
    environment.put("PATH", java + File.pathSeparator + environment.get("PATH"));
    environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Path log = folder.resolve("log");
    Process process =
        builder
            .directory(folder.resolve("work").toFile())
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    int code = process.waitFor();
    return new Step(code, Files.readString(log));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
