package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Bundled;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.products.results.ServerResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures on products say of each whether a server gave them, and when. */
final class ProductsCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void products_areShownWithHowTheirFiguresAreKnown() throws Exception {
    new Session(folder)
        .run(Engine.real(), "products")
        .exits(ExitCode.OK)
        .prints(
            "spring-7: Spring Authorization Server 7.1.2 as shipped\n  measured on a server, 20")
        .prints("requests agreed\n")
        .prints("  token-exchange 18 of 28, 24 if callers are honest\n")
        .prints(
            "auth0: Auth0, on-behalf-of token exchange (early access)\n  vendor says, 2026-11\n");
    String page = Files.readString(folder.resolve("reports/out/products.html"));
    for (Profile profile : Profiles.all()) {
      assertTrue(page.contains("<section id=\"" + profile.name() + "\">"), profile.name());
    }
    assertTrue(page.contains("(measured, a server in the tests of this project, 2026-11)"));
  }

  /** A product that some scenarios were played on was started for all of them. */
  @Test
  void resultsOfServers_areThoseOfAllScenarios() {
    for (String product : Profiles.names()) {
      Set<String> played =
          Bundled.SCENARIOS.stream()
              .filter(scenario -> ServerResult.saved(scenario, product).isPresent())
              .collect(Collectors.toSet());
      assertTrue(played.isEmpty() || played.size() == Bundled.SCENARIOS.size(), product);
    }
    assertEquals(
        List.of("spring-7", "spring-7-checked"),
        Profiles.names().stream()
            .filter(product -> ServerResult.saved("relay", product).isPresent())
            .filter(product -> product.startsWith("spring"))
            .toList());
  }

  @Test
  void folderThatCannotBeWritten_isTold() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    new Session(folder).run(Engine.real(), "products --out file").exits(ExitCode.OUTPUT_FAILED);
  }
}
