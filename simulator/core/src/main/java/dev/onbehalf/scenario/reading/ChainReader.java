package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.scenario.yaml.YamlNode;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code chains}. */
record ChainReader(Declarations declarations, NodeReader nodes, Problems problems) {
  private static final int LONGEST = 16;

  List<List<String>> read(Fields fields) {
    return fields.find("chains").map(this::chains).orElse(List.of());
  }

  private List<List<String>> chains(Entry entry) {
    Set<List<String>> chains = new HashSet<>();
    List<List<String>> inOrder = new ArrayList<>();
    for (YamlNode item : nodes.list(entry, "[[planner, writer]]").orElse(List.of())) {
      List<String> chain = chain(item, entry.key());
      inOrder.add(chain);
      if (!chain.isEmpty() && !chains.add(chain)) {
        problems.add(item.span(), "this chain is listed already");
      }
    }
    return inOrder;
  }

  private List<String> chain(YamlNode node, Word owner) {
    if (!(node instanceof Sequence sequence)) {
      nodes.wrong(node, owner, "a list of agents, such as `[planner, writer]`");
      return List.of();
    }
    checkLength(sequence);
    List<String> agents = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      nodes
          .anyName(item, owner)
          .flatMap(name -> declarations.requireOne(name, Kind.AGENT))
          .ifPresent(agents::add);
    }
    return agents.size() == sequence.items().size() ? agents : List.of();
  }

  private void checkLength(Sequence chain) {
    int length = chain.items().size();
    if (length < 2 || length > LONGEST) {
      problems.add(chain.span(), "a chain has 2 to " + LONGEST + " agents; this has " + length);
    }
  }
}
