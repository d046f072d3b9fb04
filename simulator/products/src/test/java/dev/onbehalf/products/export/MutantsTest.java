package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An export with something left out is told from one that is whole. */
final class MutantsTest {
  private static final String TEXT =
      """
      scenario: forbidden
      users: [ann, bob]
      agents: [bot, helper]
      resources: {doc: [read, edit]}
      policies:
        - anyone MAY use doc
        - anyone MAY NOT edit doc via bot
      """;

  private final Scenario scenario = read();
  private final Mapping mapping = Export.ofEverything(scenario, "forbidden.yaml");

  private static Scenario read() {
    try {
      return ScenarioReader.read("forbidden.yaml", TEXT.getBytes(StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private long differences(DecisionEngine engine) {
    return scenario
        .requests()
        .filter(
            request ->
                engine.decide(mapping.policies().view().question(request)).permits()
                    != (scenario.truth(request) == Truth.PERMITTED))
        .count();
  }

  @Test
  void casbinWithoutItsProhibition_differsWhereItHeld() {
    List<ExportFile> files = CasbinExport.files(mapping);
    String policy = files.get(1).text();
    String mutant = policy.replaceFirst("(?m)^p, p2.*\n", "");
    assertEquals(0, differences(CasbinEngine.of(files)));
    assertEquals(
        2, differences(CasbinEngine.of(List.of(files.get(0), new ExportFile("", mutant)))));
  }

  @Test
  void cedarWithoutItsProhibition_differsWhereItHeld() {
    List<ExportFile> files = CedarExport.files(mapping);
    String mutant = files.get(0).text().replaceFirst("(?s)@id\\(\"p2\"\\).*?;\n", "");
    List<Field> fields = mapping.policies().fields();
    assertEquals(0, differences(CedarEngine.of(fields, files)));
    assertEquals(
        2,
        differences(
            CedarEngine.of(
                fields, List.of(new ExportFile("", mutant), files.get(1), files.get(2)))));
  }

  @Test
  void cedarWithoutAnAttribute_deniesWhatIsPermitted() {
    CedarEngine engine = CedarEngine.of(mapping.policies().fields(), CedarExport.files(mapping));
    assertFalse(
        engine
            .decide(
                new AuthorizationRequest(
                    uid("User", "ann"),
                    uid("Action", "read"),
                    uid("Resource", "doc"),
                    new HashMap<>()))
            .permits());
  }

  private static EntityUID uid(String type, String id) {
    return EntityTypeName.parse(type).orElseThrow().of(id);
  }
}
