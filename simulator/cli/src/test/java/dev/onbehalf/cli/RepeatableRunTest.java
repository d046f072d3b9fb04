package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown follows from scenario, seed and version, whoever computes the signatures. */
final class RepeatableRunTest {
  /** Those whose tokens hold other tokens and their hashes. */
  private static final List<String> SCENARIOS = List.of("relay", "research-batch");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void results_ofTwoRunsOfEachProvider_areTheSame(SigningAlgorithm algorithm) throws IOException {
    List<String> first = results(SigningProvider.JDK, algorithm);
    assertEquals(first, results(SigningProvider.JDK, algorithm));
    assertEquals(first, results(SigningProvider.fastest(), algorithm));
  }

  private List<String> results(SigningProvider provider, SigningAlgorithm algorithm)
      throws IOException {
    new Session(folder)
        .run(
            Engine.real(),
            "--no-bench --quiet --live-limit 1 --out out --provider %s --signing %s %s"
                .formatted(provider, algorithm, String.join(" ", files())))
        .exits(ExitCode.OK);
    List<String> results = new ArrayList<>();
    for (String scenario : SCENARIOS) {
      String json = Files.readString(folder.resolve("out").resolve(scenario + ".json"));
      results.add(json.substring(0, json.lastIndexOf("\"environment\"")));
    }
    return results;
  }

  private static List<String> files() {
    return SCENARIOS.stream()
        .map(name -> Path.of("../../scenarios", name + ".yaml").toAbsolutePath().toString())
        .toList();
  }

  @Test
  void explanations_ofTwoTimes_areTheSame() {
    for (String strategy : Engine.real().strategies().names()) {
      assertEquals(explanation(strategy), explanation(strategy), strategy);
    }
  }

  private String explanation(String strategy) {
    return new Session(folder).run(Engine.real(), "explain " + strategy).exits(ExitCode.OK).out();
  }
}
