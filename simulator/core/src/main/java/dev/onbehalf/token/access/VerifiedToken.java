package dev.onbehalf.token.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The claims of an access token that passed every check (RFC 9068 section 2.2); made by {@link
 * TokenVerifier} only.
 */
public final class VerifiedToken implements VerifiedCredential {
  private final String issuer;
  private final String subject;
  private final String audience;
  private final String clientId;
  private final String id;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final List<String> scope;
  private final Optional<Actor> actor;
  private final Optional<Actor> mayAct;
  private final RunContext context;
  private final StepProofChain stepProofs;
  private final Optional<String> boundTo;

  VerifiedToken(
      String issuer,
      String subject,
      String audience,
      String clientId,
      String id,
      Instant issuedAt,
      Instant expiresAt,
      List<String> scope,
      Optional<Actor> actor,
      Optional<Actor> mayAct,
      RunContext context,
      StepProofChain stepProofs,
      Optional<String> boundTo) {
    this.issuer = issuer;
    this.subject = subject;
    this.audience = audience;
    this.clientId = clientId;
    this.id = id;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.scope = List.copyOf(scope);
    this.actor = actor;
    this.mayAct = mayAct;
    this.context = context;
    this.stepProofs = stepProofs;
    this.boundTo = boundTo;
  }

  /** The token service that issued the token. */
  public String issuer() {
    return issuer;
  }

  /** The party on whose authority the token acts. */
  public String subject() {
    return subject;
  }

  /** The one party that may accept the token. */
  public String audience() {
    return audience;
  }

  /** The client that asked for the token (RFC 8693 section 4.3). */
  public String clientId() {
    return clientId;
  }

  /** The {@code jti} claim, unique to the token. */
  public String id() {
    return id;
  }

  /** When the token was issued. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** The first instant at which the token no longer holds. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** The scope values, in the order of the claim; empty if there is none. */
  public List<String> scope() {
    return scope;
  }

  /** The {@code act} claim, the current actor outermost (RFC 8693 section 4.1). */
  public Optional<Actor> actor() {
    return actor;
  }

  /** The {@code may_act} claim (RFC 8693 section 4.4). */
  public Optional<Actor> mayAct() {
    return mayAct;
  }

  /**
   * The context of the call in {@code authorization_details} (RFC 9396 section 9.1); empty if there
   * is none.
   */
  public SortedMap<String, String> context() {
    return context.attributes();
  }

  /** Whether the user's own login asked for the token, and no agent. */
  public boolean isOfLogin() {
    return clientId.equals(TokenDraft.LOGIN_CLIENT);
  }

  /** Whether a client asked for it for itself (RFC 9068 section 2.2: then it is the subject). */
  public boolean isOfClient() {
    return subject.equals(clientId);
  }

  /**
   * The thumbprint of the key that whoever presents the token has to prove (RFC 9449 section 6.1);
   * empty for a bearer token.
   */
  public Optional<String> boundTo() {
    return boundTo;
  }

  /** What the actors signed; the verifier of chains makes evidence of it. */
  public StepProofChain stepProofs() {
    return stepProofs;
  }
}
