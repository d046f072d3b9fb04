package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cedarpolicy.model.policy.PolicySet;
import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.export.Design;
import dev.onbehalf.products.export.Export;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointView;
import dev.onbehalf.products.export.TrialScenarios;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was exported comes back as a scenario of which the same is true. */
final class RoundTripTest {
  private static final int WORLDS = 150;

  private static final Pattern REQUEST = Pattern.compile("(?m)^r = (.*)$");

  private int requests;
  private int permitted;

  /** Makes a scenario of an export. */
  @FunctionalInterface
  private interface Return {
    Imported read(List<ExportFile> files) throws Exception;
  }

  @Test
  void casbin_comesBack() throws Exception {
    check(
        Exporter.CASBIN,
        files -> Importer.CASBIN.read(List.of(source(files.get(0)), source(files.get(1))), 1));
  }

  @Test
  void cedar_comesBackFromWhatCedarMakesOfIt() throws Exception {
    check(
        Exporter.CEDAR,
        files ->
            Importer.CEDAR.read(
                List.of(
                    source(
                        new ExportFile(
                            "policies.json",
                            PolicySet.parsePolicies(files.get(0).text()).toJson())),
                    source(files.get(2))),
                1));
  }

  /** Where a point is shown the agent alone, a call in person is `directly` and no agent. */
  @Test
  void casbin_ofAnAgentAlone_comesBackWithCallsInPerson() throws Exception {
    Scenario scenario =
        ScenarioReader.read(
            "w.yaml", Files.readAllBytes(Path.of("../../scenarios/hr-rollout.yaml")));
    Design design =
        Design.ofAll("token-exchange", Proof.of(Attributes.USER, Attributes.AGENT), scenario);
    List<ExportFile> files =
        Exporter.CASBIN.files(new Export(scenario, "w.yaml", List.of(design)).points().get(0));
    String yaml =
        Importer.CASBIN.read(List.of(source(files.get(0)), source(files.get(1))), 1).yaml();
    assertTrue(yaml.contains("\nagents: [hr-agent]\n"), yaml);
    assertTrue(yaml.contains("- hr-staff MAY read, modify employee-records directly\n"), yaml);
  }

  private static SourceFile source(ExportFile file) throws Exception {
    return SourceFile.of(file.name(), file.text().getBytes(StandardCharsets.UTF_8));
  }

  private void check(Exporter exporter, Return back) throws Exception {
    List<Scenario> scenarios =
        Stream.concat(TrialScenarios.written().stream(), TrialScenarios.random(WORLDS)).toList();
    for (Scenario scenario : scenarios) {
      PointPolicies policies = Export.ofEverything(scenario, "world.yaml").policies();
      if (!policies.rules().isEmpty()) {
        List<ExportFile> files = exporter.files(Export.ofEverything(scenario, "world.yaml"));
        Optional<Imported> imported = Agreement.imported(() -> back.read(files));
        check(scenario, new Again(policies.fields(), names(policies, files.get(0)), imported));
      }
    }
    assertTrue(requests > 10_000 && permitted > 1_000, () -> permitted + " of " + requests);
  }

  /** What the fields are called there: in Casbin's model they have other names. */
  private static List<String> names(PointPolicies policies, ExportFile file) {
    Matcher model = REQUEST.matcher(file.text());
    return model.find()
        ? List.of(model.group(1).split(", ", -1))
        : policies.fields().stream().map(Field::name).toList();
  }

  private void check(Scenario scenario, Again again) {
    PointView view = Export.ofEverything(scenario, "world.yaml").policies().view();
    scenario
        .requests()
        .forEach(
            request -> {
              boolean isPermitted = scenario.truth(request) == Truth.PERMITTED;
              assertEquals(
                  isPermitted,
                  again.permits(view.question(request)),
                  () -> request + "\n" + scenario + again);
              requests++;
              permitted += isPermitted ? 1 : 0;
            });
  }

  /** The scenario that came back, asked by the questions of the export. */
  private static final class Again {
    private static final String OTHER = "*other*";

    private final List<Field> fields;
    private final List<String> names;
    private final String yaml;
    private final Map<List<String>, Boolean> answers = new HashMap<>();
    private final Set<List<String>> known = new HashSet<>();

    Again(List<Field> fields, List<String> names, Optional<Imported> imported) throws Exception {
      this.fields = fields;
      this.names = names;
      yaml = imported.map(Imported::yaml).orElse("");
      if (imported.isPresent()) {
        Reread reread = Reread.of(imported.get());
        reread.scenario().requests().forEach(request -> add(reread, request));
      }
    }

    private void add(Reread reread, Request request) {
      Request source = reread.inSource(request);
      List<String> question = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        question.add(value(i, source));
        known.add(List.of(names.get(i), question.get(i)));
      }
      answers.put(question, reread.permits(request));
    }

    private String value(int i, Request source) {
      Field field = fields.get(i);
      if (field.kind() == Field.Kind.CONTEXT) {
        return source.context().getOrDefault(names.get(i), "");
      }
      if (field.equals(Field.PATH)) {
        return PointView.path(source.via());
      }
      return plain(
          field.equals(Field.USER)
              ? source.user()
              : field.equals(Field.RESOURCE) ? source.resource() : source.action());
    }

    /** Without the types that Cedar's names have. */
    private static String plain(String name) {
      return name.replaceFirst("^(User|Resource|Action)::", "");
    }

    /** Of an attribute that no rule names nothing came back, and of a value that it is another. */
    boolean permits(List<String> question) {
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        String value = question.get(i);
        boolean isContext = fields.get(i).kind() == Field.Kind.CONTEXT;
        boolean isKnown = !isContext || known.contains(List.of(names.get(i), value));
        String other = known.contains(List.of(names.get(i), OTHER)) ? OTHER : "";
        asked.add(isKnown ? value : other);
      }
      return Objects.requireNonNull(answers.getOrDefault(asked, false));
    }

    @Override
    public String toString() {
      return yaml;
    }
  }
}
