package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.postgres.PostgresExport;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL itself answers every request, a real statement, as the sentences say. */
final class PostgresTest {
  private static final String LEDGER =
      """
      scenario: ledger
      users: [ann, "O.Brien@x", bob]
      groups: {staff: [ann, bob]}
      agents: [bot, "a/b-2", cron]
      resources: {accounts: [read, create, edit, delete], "my.notes": [use]}
      policies:
        - staff MAY use accounts directly
        - anyone MAY read accounts via any agent except cron
        - ann MAY create, delete accounts via bot
        - anyone MAY NOT delete accounts via any agent
        - bob MAY NOT read accounts
        - O.Brien@x MAY use my.notes via bot, a/b-2
        - nobody MAY read, edit accounts via cron
        - nobody MAY NOT edit accounts via cron
      """;

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "read", "SELECT content FROM %s",
          "use", "SELECT content FROM %s",
          "query", "SELECT content FROM %s",
          "create", "INSERT INTO %s VALUES ('new')",
          "modify", "UPDATE %s SET content = 'changed'",
          "edit", "UPDATE %s SET content = 'changed'",
          "delete", "DELETE FROM %s");

  /** What psql prints of a statement that reached a row. */
  private static final List<String> DONE = List.of("kept", "INSERT 0 1", "UPDATE 1", "DELETE 1");

  private static Scenario ledger() throws Exception {
    return ScenarioReader.read("ledger.yaml", LEDGER.getBytes(StandardCharsets.UTF_8));
  }

  private static Scenario scenario(String name) throws Exception {
    Path file = Path.of("../../scenarios", name + ".yaml");
    return ScenarioReader.read(file.toString(), Files.readAllBytes(file));
  }

  private static Mapping mapping(Scenario scenario, String strategy) {
    Proof proof = Proof.of(Attributes.USER, Attributes.AGENT);
    Proof shown =
        scenario.hasNobody()
            ? proof.showingForNobody(Map.of(Point.RESOURCE, List.of("user", "agent")))
            : proof;
    return new Export(scenario, "a.yaml", List.of(Design.ofAll(strategy, shown, scenario)))
        .points()
        .get(0);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static void create(PostgresServer server, Scenario scenario, String strategy) {
    String tables =
        scenario.resources().stream()
            .map(resource -> quoted(resource.name()))
            .map(
                table ->
                    "CREATE TABLE %s (content text); INSERT INTO %s VALUES ('kept');\n"
                        .formatted(table, table))
            .collect(Collectors.joining());
    List<ExportFile> files = PostgresExport.files(mapping(scenario, strategy));
    String said =
        server.ask(
            "admin",
            "postgres",
            tables + files.get(0).text() + files.get(1).text(),
            "-v",
            "ON_ERROR_STOP=1",
            "-1");
    assertFalse(said.contains("ERROR"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "hr-rollout, account-per-user-and-agent, 12",
    "hr-rollout, run-as, 12",
    "shared-document, account-per-user-and-agent, 8",
    "cluster-proxy-users, account-per-user-and-agent, 24",
    "alerts-without-user, account-per-user-and-agent, 16"
  })
  void scenario_isAnsweredAsTheSentencesSay(
      String name, String strategy, int requests, @TempDir Path folder) throws Exception {
    Scenario scenario = scenario(name);
    assertEquals(requests, scenario.requests().count());
    try (PostgresServer server = new PostgresServer(folder)) {
      create(server, scenario, strategy);
      assertEquals(List.of(), differences(server, scenario));
    }
  }

  @Test
  void everyStatement_isAnsweredAsTheSentencesSay(@TempDir Path folder) throws Exception {
    try (PostgresServer server = new PostgresServer(folder)) {
      create(server, ledger(), "account-per-user-and-agent");
      assertEquals(List.of(), differences(server, ledger()));
      String notGranted =
          server.ask("cron", "postgres", "SET ROLE ann; SELECT content FROM accounts;");
      assertTrue(notGranted.contains("permission denied to set role \"ann\""), notGranted);
      // Without a policy that it can fulfil, the login alone reaches nothing either.
      assertTrue(
          server
              .ask("bot", "postgres", "SELECT content FROM accounts;")
              .contains("permission denied for table accounts"));
      server.ask("admin", "postgres", "DROP POLICY \"p4 delete\" ON accounts;");
      assertEquals(
          List.of("ann delete accounts via bot"),
          differences(server, ledger()).stream().map(Request::sentence).toList());
    }
  }

  private static List<Request> differences(PostgresServer server, Scenario scenario) {
    List<Request> differences = new ArrayList<>();
    Map<String, List<Request>> byLogin =
        scenario.requests().collect(Collectors.groupingBy(PostgresTest::login));
    byLogin.forEach(
        (login, requests) -> {
          String statements =
              requests.stream().map(PostgresTest::statement).collect(Collectors.joining());
          String[] answers = server.ask(login, "postgres", statements).split("#\n", -1);
          assertEquals(requests.size() + 1, answers.length, () -> String.join("", answers));
          for (int i = 0; i < requests.size(); i++) {
            boolean permitted = answers[i].lines().anyMatch(DONE::contains);
            if (permitted != (scenario.truth(requests.get(i)) == Truth.PERMITTED)) {
              differences.add(requests.get(i));
            }
          }
        });
    return differences;
  }

  private static String login(Request request) {
    return request.isDirect() ? request.user() : request.via().get(0);
  }

  private static String statement(Request request) {
    String role = request.isForNobody() ? request.via().get(0) : request.user();
    return "BEGIN;\nSET LOCAL ROLE %s;\n%s;\nROLLBACK;\n\\echo #\n"
        .formatted(
            quoted(role),
            STATEMENTS.getOrDefault(request.action(), "").formatted(quoted(request.resource())));
  }
}
