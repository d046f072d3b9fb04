package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Engines of others that are told everything of a request say what the sentences say. */
final class EnginesTest {
  private static final int WORLDS = 300;

  private int requests;

  @Test
  void casbin_saysWhatSentencesSay() {
    check(mapping -> CasbinEngine.of(CasbinExport.files(mapping)), false);
  }

  @Test
  void cedar_saysWhatSentencesSay_andNamesAllThatDecide() {
    check(mapping -> CedarEngine.of(mapping.policies().fields(), CedarExport.files(mapping)), true);
  }

  @Test
  void cedar_findsPoliciesAsTheSchemaHasThem() throws Exception {
    for (Scenario scenario : TrialScenarios.written()) {
      List<ExportFile> files = CedarExport.files(Export.ofEverything(scenario, "world.yaml"));
      ValidationResponse answer =
          new BasicAuthorizationEngine()
              .validate(
                  new ValidationRequest(
                      Schema.parse(Schema.JsonOrCedar.Json, files.get(1).text()),
                      PolicySet.parsePolicies(files.get(0).text())));
      assertTrue(answer.validationPassed(), () -> answer + files.get(0).text());
    }
  }

  private void check(Function<Mapping, DecisionEngine> engines, boolean namesAll) {
    Stream.concat(TrialScenarios.written().stream(), TrialScenarios.random(WORLDS))
        .forEach(
            scenario -> {
              Mapping mapping = Export.ofEverything(scenario, "world.yaml");
              check(scenario, mapping.policies().view(), engines.apply(mapping), namesAll);
            });
    assertTrue(requests > 20_000, () -> requests + " requests");
  }

  private void check(Scenario scenario, PointView view, DecisionEngine engine, boolean namesAll) {
    scenario
        .requests()
        .forEach(
            request -> {
              Verdict verdict = engine.decide(view.question(request));
              Truth truth = scenario.truth(request);
              Set<String> deciding = deciding(scenario, request, truth);
              assertEquals(truth, verdict.truth(scenario), () -> scenario + "\n" + request);
              assertTrue(
                  namesAll
                      ? deciding.equals(verdict.sentences())
                      : deciding.containsAll(verdict.sentences()),
                  () -> request + ": " + verdict + " instead of " + deciding);
              requests++;
            });
  }

  private static Set<String> deciding(Scenario scenario, Request request, Truth truth) {
    return scenario.policies().stream()
        .filter(policy -> policy.isDecisive(request, truth))
        .map(Policy::id)
        .collect(Collectors.toSet());
  }
}
