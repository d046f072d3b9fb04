package dev.onbehalf.simulation.attack;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.attack.AttackShapes.Way;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds how long calls can go on after a revocation. */
final class Revoking {
  private final Calls calls;

  Revoking(Calls calls) {
    this.calls = calls;
  }

  /** After an agent's, in seconds; empty for ever. */
  Optional<Long> ofAgent() {
    return longest(calls.throughAgents(), this::withoutAgent);
  }

  /** After a user's. */
  Optional<Long> ofUser() {
    return longest(calls.forUsers(), row -> sharing(row).flatMap(this::withoutUser));
  }

  private Optional<Long> longest(IntStream rows, Function<Integer, Stream<Optional<Long>>> times) {
    List<Optional<Long>> all = rows.boxed().flatMap(times).distinct().toList();
    return all.contains(Optional.<Long>empty())
        ? Optional.empty()
        : Optional.of(all.stream().flatMap(Optional::stream).reduce(0L, Math::max));
  }

  private Stream<Integer> sharing(int row) {
    return calls.requests().sharing(row).boxed();
  }

  private Stream<Optional<Long>> withoutUser(int holder) {
    return ways(holder).map(Way::withoutUser);
  }

  /** What others on the same machine hold isn't taken away with the agent. */
  private Stream<Optional<Long>> withoutAgent(int row) {
    return sharing(row)
        .flatMap(
            holder ->
                ways(holder)
                    .map(
                        way ->
                            isOfSameAgent(holder, row)
                                ? way.withoutAgent()
                                : Optional.<Long>empty()));
  }

  private boolean isOfSameAgent(int holder, int row) {
    return presenter(holder).equals(presenter(row));
  }

  private String presenter(int row) {
    return Proof.Showing.presenter(calls.request(row).via());
  }

  /** The ways of the holder's callers that pass. */
  private Stream<Way> ways(int holder) {
    return calls.caller(holder).ways().stream()
        .filter(
            way -> calls.evidence().routes(way.shape(), holder).stream().anyMatch(calls::passes));
  }
}
