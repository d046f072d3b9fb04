package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.PolicyReader.Policies;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads the whole map of a scenario; what it returns counts only if no problem was found. */
final class RootReader {
  private static final List<String> KEYS =
      List.of(
          ("scenario about users groups agents chains resources relations context default have"
                  + " runs-at cannot require policies workload expect")
              .split(" ", -1));

  private final Fields fields;
  private final boolean complete;
  private final SourceText source;
  private final KnownStrategies strategies;
  private final Problems problems;
  private final NodeReader nodes;

  RootReader(Mapping root, SourceText source, KnownStrategies strategies, Problems problems) {
    this.fields = new Fields(root, KEYS, problems);
    this.complete = root.complete();
    this.source = source;
    this.strategies = strategies;
    this.problems = problems;
    this.nodes = new NodeReader(source, problems);
  }

  Scenario read() {
    Declarations declarations = new Declarations(source, problems);
    if (!complete) {
      declarations.incomplete();
    }
    String name = name();
    Optional<String> about = fields.find("about").flatMap(this::about);
    DeclarationReader reader = new DeclarationReader(fields, declarations, nodes, source, problems);
    reader.users();
    reader.agents();
    List<Resource> resources = reader.resources();
    var groups = new GroupReader(declarations, nodes, source, problems).read(fields);
    new RelationReader(declarations, nodes, source, problems).read(fields);
    List<List<String>> chains = new ChainReader(declarations, nodes, problems).read(fields);
    DeclaredContext context = new ContextReader(nodes, source, problems).read(fields, complete);
    Vocabulary vocabulary = new Vocabulary(declarations, resources, context, problems);
    Policies policies = new PolicyReader(vocabulary, nodes, source, problems).read(fields);
    return new Scenario(
        name,
        about,
        declarations.of(Kind.USER),
        groups,
        declarations.of(Kind.AGENT),
        chains,
        new LocalAgentReader(declarations, nodes).read(fields),
        resources,
        context.attributes(),
        defaultEffect(),
        new CircumstancesReader(strategies, nodes, problems).read(fields),
        new RequirementsReader(nodes, problems).read(fields),
        policies.read(),
        new WorkloadReader(nodes, problems).read(fields),
        new ExpectationReader(declarations, strategies, nodes, problems)
            .read(fields, policies.most()));
  }

  private String name() {
    Optional<Scalar> name =
        fields.require("scenario").flatMap(entry -> nodes.text(entry, "a name"));
    name.map(Scalar::word).ifPresent(this::checkName);
    return name.map(Scalar::text).orElse("");
  }

  private void checkName(Word name) {
    Names.problemOfScenario(name.text()).ifPresent(problem -> problems.add(name.span(), problem));
  }

  private Optional<String> about(Entry entry) {
    Optional<String> about = nodes.text(entry, "a line of text").map(s -> s.text().strip());
    if (about.filter(text -> text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0).isPresent()) {
      problems.add(entry.value().span(), "`about` is one line; this has several");
    }
    return about;
  }

  private DefaultEffect defaultEffect() {
    return fields.find("default").map(this::defaultEffect).orElse(DefaultEffect.DENY);
  }

  private DefaultEffect defaultEffect(Entry entry) {
    return nodes
        .choice(entry, "default", List.of("deny", "unspecified"))
        .filter("unspecified"::equals)
        .map(unspecified -> DefaultEffect.UNSPECIFIED)
        .orElse(DefaultEffect.DENY);
  }
}
