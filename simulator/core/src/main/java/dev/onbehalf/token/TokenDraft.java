package dev.onbehalf.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a token is to say before the issuer adds its own name, the dates and an identifier. */
record TokenDraft(
    String subject,
    String audience,
    String clientId,
    List<String> scope,
    Instant notAfter,
    Optional<Actor> actor,
    Optional<Actor> mayAct,
    RunContext context,
    StepProofChain stepProofs) {

  TokenDraft {
    scope = List.copyOf(scope);
  }

  static TokenDraft of(String subject, String audience, String clientId, List<String> scope) {
    return new TokenDraft(
        subject,
        audience,
        clientId,
        scope,
        Instant.MAX,
        Optional.empty(),
        Optional.empty(),
        RunContext.NONE,
        StepProofChain.NONE);
  }

  TokenDraft withMayAct(Actor party) {
    return new TokenDraft(
        subject,
        audience,
        clientId,
        scope,
        notAfter,
        actor,
        Optional.of(party),
        context,
        stepProofs);
  }

  TokenDraft within(RunContext other) {
    return new TokenDraft(
        subject, audience, clientId, scope, notAfter, actor, mayAct, other, stepProofs);
  }
}
