package dev.onbehalf.authz;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;

/** What a strategy proves where it is known who knows which attribute of the context. */
public final class Situation {
  private Situation() {}

  /**
   * The proof with the attributes of the contexts by name: what the resource knows of itself is
   * shown there whatever a caller presents, and nowhere else.
   */
  public static Proof proof(Proof proof, Contexts contexts) {
    return proof.naming(
        contexts.knownTo(KnownTo.CALLER, KnownTo.LOGIN),
        contexts.knownTo(KnownTo.RESOURCE),
        contexts.knownTo(KnownTo.CALLER));
  }
}
