package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Actions on resources that need the same.
 *
 * @param targets the resources in words, with the actions where others need something else
 * @param proof the counterexamples of the first of them
 */
public record BoundaryGroup(
    List<String> targets, Need needs, Doors doors, List<Counterexample> proof) {
  /** The groups in the order of their first targets. */
  public static List<BoundaryGroup> of(SimulationResult result) {
    Map<String, Long> actions =
        result.boundary().stream()
            .collect(Collectors.groupingBy(Boundary::resource, Collectors.counting()));
    Map<List<Object>, List<Boundary>> groups =
        result.boundary().stream()
            .collect(
                Collectors.groupingBy(
                    boundary -> List.of(boundary.needs(), boundary.doors()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(group -> of(group, actions)).toList();
  }

  private static BoundaryGroup of(List<Boundary> group, Map<String, Long> actions) {
    Boundary first = group.get(0);
    return new BoundaryGroup(targets(group, actions), first.needs(), first.doors(), first.proof());
  }

  private static List<String> targets(List<Boundary> group, Map<String, Long> actions) {
    Map<String, List<String>> resources =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    Boundary::resource,
                    LinkedHashMap::new,
                    Collectors.mapping(Boundary::action, Collectors.toList())));
    return resources.entrySet().stream()
        .map(
            entry ->
                actions.getOrDefault(entry.getKey(), 0L) == entry.getValue().size()
                    ? entry.getKey()
                    : String.join(", ", entry.getValue()) + " " + entry.getKey())
        .toList();
  }

  /** How many addresses would do instead; empty where one does. */
  public String doorsInWords() {
    if (doors.atMost() < 2) {
      return "";
    }
    String number = doors.exact() ? "" + doors.atMost() : doors.atLeast() + " to " + doors.atMost();
    String addresses =
        number + " addresses of the resource, each with its own list of users and list of paths";
    return needs == Need.JOINT ? "short of that, it would take " + addresses : "or " + addresses;
  }

  /** What refutes the greatest of the lesser needs. */
  public List<Counterexample> last() {
    return proof.subList(Math.max(0, proof.size() - 1), proof.size());
  }

  /** What refutes the others of them. */
  public List<Counterexample> others() {
    return proof.subList(0, Math.max(0, proof.size() - 1));
  }
}
