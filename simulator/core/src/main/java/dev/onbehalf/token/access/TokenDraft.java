package dev.onbehalf.token.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a token is to say before the issuer adds its own name, the dates and an identifier. */
public record TokenDraft(
    String subject,
    String audience,
    String clientId,
    List<String> scope,
    Instant notAfter,
    Optional<Actor> actor,
    Optional<Actor> mayAct,
    RunContext context,
    StepProofChain stepProofs,
    Optional<String> boundTo) {

  /** The client that users log in with; no name of a scenario ends so. */
  public static final String LOGIN_CLIENT = "https://login.example/";

  public TokenDraft {
    scope = List.copyOf(scope);
  }

  public static TokenDraft of(
      String subject, String audience, String clientId, List<String> scope) {
    return new TokenDraft(
        subject,
        audience,
        clientId,
        scope,
        Instant.MAX,
        Optional.empty(),
        Optional.empty(),
        RunContext.NONE,
        StepProofChain.NONE,
        Optional.empty());
  }

  public TokenDraft withMayAct(Actor party) {
    return new TokenDraft(
        subject,
        audience,
        clientId,
        scope,
        notAfter,
        actor,
        Optional.of(party),
        context,
        stepProofs,
        boundTo);
  }

  public TokenDraft within(RunContext other) {
    return new TokenDraft(
        subject, audience, clientId, scope, notAfter, actor, mayAct, other, stepProofs, boundTo);
  }

  /** Bound to the key of the thumbprint, if there is one (RFC 9449 section 6.1). */
  public TokenDraft boundTo(Optional<String> key) {
    return new TokenDraft(
        subject, audience, clientId, scope, notAfter, actor, mayAct, context, stepProofs, key);
  }
}
