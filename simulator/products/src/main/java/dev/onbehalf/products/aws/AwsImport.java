package dev.onbehalf.products.aws;

import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.draft.Rule;
import dev.onbehalf.products.draft.Way;
import dev.onbehalf.products.draft.Who;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a scenario of policies of AWS, in which services that call on behalf are agents. */
public final class AwsImport {
  private static final List<String> HOLDS = List.of("holds", "fails");

  private final Draft draft;
  private final World world;

  private AwsImport(Draft draft, World world) {
    this.draft = draft;
    this.world = world;
  }

  /** Reads policies of one account, identity-based and resource-based ones. */
  public static Imported read(List<SourceFile> files) throws BadSourceException {
    SourceFile first = files.get(0);
    Draft draft =
        new Draft(first.baseName(), "Policies of AWS: what calls through its services may");
    List<Statement> statements = new ArrayList<>();
    for (SourceFile file : files) {
      statements.addAll(statements(file, holder(file, files), draft));
    }
    World world = new World(statements);
    if (world.isTooLarge(statements.size())) {
      throw new BadSourceException(first.place(), "is more than a scenario can hold");
    }
    AwsImport importing = new AwsImport(draft, world);
    draft.users(world.users());
    draft.agents(world.agents());
    world.context().forEach(draft::attribute);
    statements.forEach(importing::add);
    // A policy for services alone has no users, and a scenario must.
    draft.users(world.users().isEmpty() ? List.of(World.OTHER_PRINCIPAL) : List.of());
    return draft.finish(first.place());
  }

  private static String holder(SourceFile file, List<SourceFile> files) {
    boolean isAlone =
        files.stream().filter(one -> one.baseName().equals(file.baseName())).count() == 1;
    return isAlone ? file.baseName() : file.name();
  }

  private static List<Statement> statements(SourceFile file, String holder, Draft draft)
      throws BadSourceException {
    List<Statement> statements = new ArrayList<>();
    for (Node node : document(TreeReader.json(file)).require("Statement").oneOrMore()) {
      Statement statement = Statement.read(node, holder, draft.losses());
      if (statement.hasVariables()) {
        draft.losses().dropped(statement.place(), "its resources depend on who calls");
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** The policy itself, or that of what `aws iam get-policy-version` answers. */
  private static Node document(Node root) throws BadSourceException {
    Node policy = root.asMap().find("PolicyVersion").orElse(root);
    return policy.find("Document").or(() -> policy.find("PolicyDocument")).orElse(policy);
  }

  private void add(Statement statement) {
    SortedMap<String, List<String>> when = when(statement);
    int added = 0;
    for (boolean passing : new boolean[] {false, true}) {
      for (Map.Entry<List<String>, List<String>> target :
          world.targets(statement, passing).entrySet()) {
        added += add(statement, target.getKey(), target.getValue(), when, passing);
      }
    }
    if (added == 0) {
      draft.losses().dropped(statement.place(), "applies to no call that is named here");
    }
  }

  private int add(
      Statement statement,
      List<String> actions,
      List<String> resources,
      SortedMap<String, List<String>> when,
      boolean passing) {
    boolean directly = world.holdsDirectly(statement, passing);
    List<String> via = world.holdsVia(statement, passing);
    if (actions.isEmpty() || when.containsValue(List.of()) || (!directly && via.isEmpty())) {
      return 0;
    }
    draft.add(
        rule(statement, who(statement.principals()), actions, resources, when), directly, via);
    List<String> services = services(statement.principals());
    if (directly && !services.isEmpty()) {
      // A service that calls for itself does so in person, as AWS sees it.
      draft.add(rule(statement, Who.nobody(), actions, resources, when), false, services);
    }
    return 1;
  }

  private static Rule rule(
      Statement statement,
      Who who,
      List<String> actions,
      List<String> resources,
      SortedMap<String, List<String>> when) {
    return new Rule(
        statement.effect(), who, actions, resources, Way.every(), when, statement.origin());
  }

  private static Who who(Principals principals) {
    if (principals.negated()) {
      return principals.everyone() ? Who.of(List.of()) : Who.anyoneExcept(principals.users());
    }
    return principals.everyone() ? Who.anyone() : Who.of(principals.users());
  }

  /** The services among the principals. */
  private List<String> services(Principals principals) {
    if (!world.hasServices()) {
      return List.of();
    }
    Set<String> services = new LinkedHashSet<>(principals.services());
    if (principals.everyone()) {
      services.addAll(world.agents());
    }
    if (principals.negated()) {
      Set<String> others = new LinkedHashSet<>(world.agents());
      others.removeAll(services);
      return List.copyOf(others);
    }
    return List.copyOf(services);
  }

  private SortedMap<String, List<String>> when(Statement statement) {
    SortedMap<String, Set<String>> when = new TreeMap<>();
    for (Condition condition : statement.conditions()) {
      if (condition.isOpaque()) {
        draft.attribute(condition.asAttribute(), HOLDS);
        when.put(condition.asAttribute(), Set.of(HOLDS.get(0)));
      } else if (!condition.isOfPath()) {
        when.merge(world.attribute(condition), world.values(condition), AwsImport::both);
      }
    }
    SortedMap<String, List<String>> some = new TreeMap<>();
    when.forEach(
        (attribute, values) -> {
          if (!values.equals(world.context().get(attribute))) {
            some.put(attribute, List.copyOf(values));
          }
        });
    return some;
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
