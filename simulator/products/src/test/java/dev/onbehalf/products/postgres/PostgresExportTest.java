package dev.onbehalf.products.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.export.Design;
import dev.onbehalf.products.export.Export;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence becomes a policy on rows, and what PostgreSQL has no words for is said. */
final class PostgresExportTest {
  private static final String SCENARIO =
      """
      scenario: notes
      users: [ann, bob]
      agents: [bot]
      resources: {notes: [read, modify]}
      context: {amount: {values: [small, large], known-to: resource}}
      policies:
        - anyone MAY read notes
        - ann MAY modify notes via bot
        - bob MAY NOT read notes via bot
      """;

  private static Mapping mapping(String yaml, String strategy) throws Exception {
    Scenario scenario = ScenarioReader.read("notes.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    Proof proof = Proof.of("user", "agent");
    return new Export(scenario, "notes.yaml", List.of(Design.ofAll(strategy, proof, scenario)))
        .points()
        .get(0);
  }

  @Test
  void sentences_becomePolicies() throws Exception {
    Mapping mapping = mapping(SCENARIO, "account-per-user-and-agent");
    assertEquals(List.of(), PostgresExport.problems(mapping));
    String policies = PostgresExport.files(mapping).get(1).text();
    assertTrue(
        policies.contains(
            """
            -- p2 (notes.yaml:8): ann MAY modify notes via bot
            CREATE POLICY "p2 modify" ON "notes" FOR UPDATE
              USING ((session_user = 'bot' AND current_user = 'ann'));

            -- p3 (notes.yaml:9): bob MAY NOT read notes via bot
            CREATE POLICY "p3 read" ON "notes" AS RESTRICTIVE FOR SELECT
              USING (NOT ((session_user = 'bot' AND current_user = 'bob')));
            """),
        policies);
  }

  @ParameterizedTest
  @CsvSource({
    "account-per-user-and-agent, 'GRANT \"ann\" TO \"bot\";'",
    "run-as, 'GRANT \"ann\", \"bob\" TO \"bot\";'"
  })
  void agent_becomesWhomItServes(String strategy, String grant) throws Exception {
    Mapping mapping =
        mapping(SCENARIO.replace("anyone MAY read notes", "bob MAY read notes directly"), strategy);
    String roles = PostgresExport.files(mapping).get(0).text();
    assertTrue(roles.contains("CREATE ROLE \"bot\" LOGIN NOINHERIT;\n" + grant + "\n"), roles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modify | approve | `approve` is no SELECT, INSERT, UPDATE or DELETE of `notes`",
        "modify] | modify, edit] | `edit` and `modify` are both UPDATE of `notes`",
        "via bot | via bot when amount is small | PostgreSQL isn't told `amount`",
        "bob | pg_bob | PostgreSQL keeps the name `pg_bob` for itself",
        "bob | public | PostgreSQL keeps the name `public` for itself",
        "ann | abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-äbcdefghi | a name of"
            + " PostgreSQL has at most 63 bytes, which"
            + " `abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-äbcdefghi` exceeds"
      })
  void whatCannotBeWritten_isSaid(String text, String instead, String problem) throws Exception {
    String yaml = SCENARIO.replace(text, instead);
    assertEquals(
        List.of(problem), PostgresExport.problems(mapping(yaml, "account-per-user-and-agent")));
  }

  @Test
  void tokens_areNoAccounts() throws Exception {
    assertEquals(
        List.of(
            "PostgreSQL knows logins and roles, and nothing of what `token-exchange` shows; name"
                + " `--strategy account-per-user-and-agent`"),
        PostgresExport.problems(mapping(SCENARIO, "token-exchange")));
  }

  @Test
  void quoted_isOneNameOrText() {
    assertEquals("\"a\"\"b\", \"c'd\"", Sql.names(List.of("a\"b", "c'd")));
    assertEquals("x = 'it''s'", Sql.isOneOf("x", List.of("it's")));
    assertEquals("x IN ('a', 'b\"')", Sql.isOneOf("x", List.of("a", "b\"")));
  }
}
