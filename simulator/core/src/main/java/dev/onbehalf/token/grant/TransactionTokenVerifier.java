package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.EnvelopeRules;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The checks on a transaction token for one transaction, whoever presents it
 * (draft-ietf-oauth-transaction-tokens, Txn-Token Validation).
 */
public final class TransactionTokenVerifier {
  /** The header of the call that the token comes in. */
  public static final String HEADER = "Txn-Token";

  /** Within which the tokens are good; like an issuer, no name of a scenario ends so. */
  public static final String TRUST_DOMAIN = "https://trust-domain.example/";

  /** The workload that calls of users in person come into the trust domain at. */
  public static final String ENDPOINT = "https://endpoint.example/";

  /** Short, as a transaction token can be replayed as long as it lives. */
  static final Duration LONGEST_LIFETIME = Duration.ofMinutes(1);

  private final SignatureVerifier signatures;
  private final EnvelopeRules envelope;

  public TransactionTokenVerifier(Authority authority) {
    signatures = authority.signatures(TokenType.TRANSACTION_TOKEN);
    envelope = authority.envelope(List.of(TRUST_DOMAIN), LONGEST_LIFETIME);
  }

  /**
   * Verifies that the token is good for this action on this resource.
   *
   * @throws InvalidTokenException with the first rule that the token breaks
   */
  public VerifiedTransactionToken verify(CompactToken token, String resource, String action)
      throws InvalidTokenException {
    JsonObject claims = signatures.verify(token).claims();
    envelope.check(claims);
    TransactionContext transaction = TransactionContext.ofClaim(claims.object("tctx"));
    requireTarget(transaction, resource, action);
    requirePurpose(claims, transaction);
    return new VerifiedTransactionToken(
        claims.identifier("txn"),
        claims.identifier("sub"),
        claims.identifier("req_wl"),
        Actor.read(claims, "act"),
        Instant.ofEpochSecond(claims.seconds("exp")),
        transaction);
  }

  // the trust domain alone as audience would let a token for one resource be used at another
  private static void requireTarget(TransactionContext transaction, String resource, String action)
      throws InvalidTokenException {
    if (!transaction.resource().equals(resource) || !transaction.action().equals(action)) {
      throw new InvalidTokenException(
          "expected a transaction of %s, found one of %s"
              .formatted(
                  PrintableText.quoted(Scope.of(resource, action)),
                  PrintableText.quoted(transaction.purpose())));
    }
  }

  private static void requirePurpose(JsonObject claims, TransactionContext transaction)
      throws InvalidTokenException {
    if (!ClaimsRules.scope(claims).equals(List.of(transaction.purpose()))) {
      throw claims.unexpected("scope", PrintableText.quoted(transaction.purpose()));
    }
  }
}
