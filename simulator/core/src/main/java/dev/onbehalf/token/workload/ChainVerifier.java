package dev.onbehalf.token.workload;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks a resource server makes on the step proofs in a token, one for each actor. */
public record ChainVerifier(StepProofVerifier verifier) {
  /**
   * The actors that a token names, if each of them proves its step; empty if none tries to.
   *
   * @throws InvalidTokenException with the first step that isn't proved
   */
  public Optional<VerifiedChain> verify(VerifiedToken token) throws InvalidTokenException {
    List<CompactToken> proofs = token.stepProofs().proofs();
    if (proofs.isEmpty()) {
      return Optional.empty();
    }
    List<Actor> actors = actors(token);
    if (actors.size() != proofs.size()) {
      throw new InvalidTokenException(
          "expected a step proof of each of %d actors, found %d"
              .formatted(actors.size(), proofs.size()));
    }
    for (int step = 0; step < proofs.size(); step++) {
      StepProof found = verifier.read(proofs.get(step), actors.get(step).subject());
      // where the chain starts is a token that only the token service has seen and compared
      String previous = step == 0 ? found.previous() : proofs.get(step - 1).hash();
      found.requireSame(
          new StepProof(previous, token.subject(), actors.get(step), next(token, actors, step)));
    }
    return Optional.of(new VerifiedChain(actors.stream().map(Actor::subject).toList()));
  }

  private static String next(VerifiedToken token, List<Actor> actors, int step) {
    return step == actors.size() - 1 ? token.audience() : actors.get(step + 1).subject();
  }

  /** First to last, each with those before it. */
  private static List<Actor> actors(VerifiedToken token) {
    List<Actor> actors = new ArrayList<>();
    Optional<Actor> actor = token.actor();
    while (actor.isPresent()) {
      actors.add(0, actor.get());
      actor = actor.get().prior();
    }
    return actors;
  }
}
