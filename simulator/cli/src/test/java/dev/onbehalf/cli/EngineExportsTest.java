package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports for programs that others run are files that these find, or a refusal without any. */
final class EngineExportsTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void scenario() throws IOException {
    session =
        new Session(folder)
            .file(
                "hr.yaml", Files.readString(PageProject.ROOT.resolve("scenarios/hr-rollout.yaml")));
  }

  @Test
  void cerbos_findsNothingButPoliciesInTheFolder() {
    session
        .run(Engine.real(), "export hr.yaml --to cerbos --strategy gated-account --out out")
        .exits(ExitCode.OK)
        .prints("ask it in out: cerbos compile gateway\nask it in out: cerbos compile resource\n");
    assertEquals(
        List.of(
            "gateway-mapping.json",
            "gateway/policy.yaml",
            "gateway/policy_test.yaml",
            "resource-mapping.json",
            "resource/policy.yaml",
            "resource/policy_test.yaml"),
        session.filesIn("out"));
  }

  @Test
  void postgres_takesAccounts() {
    session
        .run(Engine.real(), "export hr.yaml --to postgres --strategy account-per-user-and-agent")
        .exits(ExitCode.OK)
        .prints("-f resource-roles.sql -f resource-policies.sql\n");
    assertEquals(
        List.of("resource-mapping.json", "resource-policies.sql", "resource-roles.sql"),
        session.filesIn("export/postgres"));
  }

  @Test
  void postgres_refusesTokensAndWritesNothing() {
    session
        .run(Engine.real(), "export hr.yaml --to postgres")
        .exits(ExitCode.EXPECTATION_FAILED)
        .complains(
            "hr.yaml: PostgreSQL knows logins and roles, and nothing of what `agent-mtls-strict`");
    assertEquals(List.of(), session.filesIn("export"));
  }

  /** Keycloak makes secrets of its own where a realm has none. */
  @Test
  void keycloak_getsARealmWithoutSecrets() throws IOException {
    session
        .run(Engine.real(), "export hr.yaml --to keycloak-realm --strategy client-id --out out")
        .exits(ExitCode.OK)
        .complainsOfNothing()
        .prints("hr-rollout-realm.json")
        .prints("kc.sh start-dev --import-realm");
    String realm = Files.readString(folder.resolve("out/hr-rollout-realm.json"));
    assertTrue(realm.contains("\"standard.token.exchange.enabled\" : \"true\""), realm);
    assertFalse(realm.contains("\"secret\""), realm);
    assertFalse(realm.contains("credentials"), realm);
  }

  @Test
  void keycloak_refusesWhatItIssuesNoTokensFor() {
    session
        .run(Engine.real(), "export hr.yaml --to keycloak-realm --strategy gated-account --out out")
        .exits(ExitCode.EXPECTATION_FAILED)
        .complains(
            "hr.yaml: Keycloak 26.7 issues no tokens for gated-account; name one of client-id");
    assertEquals(List.of(), session.filesIn("out"));
  }

  @Test
  void spring_getsTwoClassesAndTheMapping() {
    session
        .run(Engine.real(), "export hr.yaml --to spring --strategy token-exchange --out out")
        .exits(ExitCode.OK)
        .complainsOfNothing();
    assertEquals(
        List.of("RegisteredClients.java", "TokenClaims.java", "resource-mapping.json"),
        session.filesIn("out"));
  }

  @Test
  void spring_refusesWhatItIssuesNoTokensFor() {
    session
        .run(Engine.real(), "export hr.yaml --to spring")
        .exits(ExitCode.EXPECTATION_FAILED)
        .complains("issues no tokens for agent-mtls-strict; name one of client-id");
    assertEquals(List.of(), session.filesIn("export"));
  }
}
