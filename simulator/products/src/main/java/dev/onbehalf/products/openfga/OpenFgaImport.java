package dev.onbehalf.products.openfga;

import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Facts;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a scenario of a model and its tuples, in which each relation is an action. */
public final class OpenFgaImport {
  /** Types whose objects call on their own. */
  private static final Set<String> AGENTS =
      Set.of("agent", "application", "app", "bot", "client", "service", "service_account");

  private static final String MODEL = "type_definitions";

  private OpenFgaImport() {}

  /** Reads one model, and files of tuples. */
  public static Imported read(List<SourceFile> files) throws BadSourceException {
    SourceFile first = files.get(0);
    Draft draft = new Draft(first.baseName(), "Relations of OpenFGA, each an action");
    Optional<Node> model = Optional.empty();
    List<Tuple> tuples = new ArrayList<>();
    for (SourceFile file : files) {
      for (Node root : roots(file)) {
        if (root.find(MODEL).isPresent()) {
          if (model.isPresent()) {
            throw new BadSourceException(root.place(), "is a second model");
          }
          model = Optional.of(root);
        } else {
          tuples.addAll(tuples(root, draft));
        }
      }
    }
    if (model.isEmpty()) {
      throw new BadSourceException(
          first.place(), "no file has a model; expected a key `" + MODEL + "`");
    }
    fill(draft, new Store(model.get(), tuples, draft.losses()));
    return draft.finish(first.place());
  }

  private static List<Node> roots(SourceFile file) throws BadSourceException {
    if (file.endsWith(".fga") || file.text().stripLeading().startsWith("model\n")) {
      throw new BadSourceException(
          file.place(),
          "is in OpenFGA's own language; expected the JSON that `fga model transform` makes of it");
    }
    return file.endsWith(".json") ? List.of(TreeReader.json(file)) : TreeReader.yaml(file);
  }

  private static List<Tuple> tuples(Node root, Draft draft) throws BadSourceException {
    Node list = root.find("tuples").or(() -> root.find("tuple_keys")).orElse(root);
    List<Tuple> tuples = new ArrayList<>();
    for (Node node : list.asList()) {
      if (node.find("key").orElse(node).find("condition").isPresent()) {
        draft.losses().dropped(node.place(), "holds on a condition only");
      } else {
        tuples.add(Tuple.of(node));
      }
    }
    return tuples;
  }

  private static void fill(Draft draft, Store store) {
    Facts facts = new Facts();
    List<String> users = store.subjects().stream().filter(one -> !isAgent(one)).toList();
    draft.users(users.isEmpty() ? List.of("*other user*") : users);
    draft.agents(store.subjects().stream().filter(OpenFgaImport::isAgent).toList());
    for (Map.Entry<Tuple.Pair, Set<String>> entry : store.members().entrySet()) {
      String object = entry.getKey().object();
      String relation = entry.getKey().relation();
      for (String subject : entry.getValue()) {
        if (isAgent(subject)) {
          facts.addOfNobody(List.of(subject), object, relation);
        } else {
          facts.add(subject, List.of(), object, relation);
        }
      }
    }
    facts.addTo(draft, "the model and its tuples");
  }

  private static boolean isAgent(String subject) {
    return AGENTS.contains(Tuple.type(subject));
  }
}
