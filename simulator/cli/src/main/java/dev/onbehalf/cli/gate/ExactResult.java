package dev.onbehalf.cli.gate;

import dev.onbehalf.jmh.gate.AllocationGate.Allocation;
import dev.onbehalf.jmh.gate.ExactGate.Difference;
import java.util.List;
import java.util.Optional;

/**
 * What was counted otherwise than before.
 *
 * @param allocationGates whether allocated bytes can be compared at all
 */
record ExactResult(
    List<Difference> differences, List<Allocation> allocations, boolean allocationGates) {
  ExactResult {
    differences = List.copyOf(differences);
    allocations = List.copyOf(allocations);
  }

  List<Difference> differences(String strategy) {
    return differences.stream()
        .filter(difference -> difference.strategy().equals(strategy))
        .toList();
  }

  Optional<Allocation> allocation(String strategy) {
    return allocations.stream()
        .filter(allocation -> allocation.strategy().equals(strategy))
        .findFirst();
  }

  /** Whether something of the strategy differs that nobody has explained. */
  boolean isBad(String strategy) {
    return differences(strategy).stream().anyMatch(difference -> !difference.accepted())
        || allocation(strategy).filter(this::isBad).isPresent();
  }

  private boolean isBad(Allocation allocation) {
    return allocationGates && allocation.isMore() && !allocation.accepted();
  }

  /** What failed, in words; empty when nothing did. */
  Optional<String> failure() {
    long counts = differences.stream().filter(difference -> !difference.accepted()).count();
    long bytes = allocations.stream().filter(this::isBad).count();
    String both = counts > 0 && bytes > 0 ? " and " : "";
    String first = counts > 0 ? GateWords.counted(counts, "unexplained change") : "";
    String second = bytes > 0 ? "more bytes allocated by " + GateWords.counted(bytes, "call") : "";
    return Optional.of(first + both + second).filter(words -> !words.isEmpty());
  }
}
