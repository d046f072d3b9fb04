package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.SortedMap;

/**
 * Whoever a call of the user comes in at has her token, made out to it, turned into a token for
 * this call alone, with the context that the user's login wrote into it, and all pass that on
 * (draft-ietf-oauth-transaction-tokens). Inside the trust domain nothing else is taken, so that
 * nobody can leave it out. It names the workload that asked for it: the first agent, or the
 * endpoint at which users call in person; who presents it now may be another. The token service
 * decides before it issues one to an agent.
 */
public final class TransactionToken implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TransactionToken.class,
            "the first agent gets a token for this call, and the others pass it on")
        .specifiedBy("draft-ietf-oauth-transaction-tokens, RFC 9396 section 9.1")
        .knownAs(
            "Txn-Token of the OAuth working group's draft",
            "https://datatracker.ietf.org/doc/draft-ietf-oauth-transaction-tokens/")
        .usedBy(
            "where a call comes in, ask the transaction token service for a token of this"
                + " call (grant_type token-exchange, requested_token_type txn_token)",
            "hand it on unchanged within the trust domain",
            "at the resource check its signature, aud and exp, and decide by sub and the"
                + " context in it")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.ISSUANCE_POLICY,
            Machinery.TRANSACTION_TOKENS)
        .proving(
            Proof.of(Attributes.USER, Attributes.FIRST_AGENT, Attributes.CONTEXT)
                .after(
                    Point.ISSUANCE,
                    List.of(Attributes.USER, Attributes.FIRST_AGENT, Attributes.CONTEXT)));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    registrar.registerClient(TransactionTokenVerifier.ENDPOINT);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return transaction(call, call.clients().apply(TransactionTokenVerifier.ENDPOINT)).orElseThrow();
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return transaction(call, call.agents().get(0));
  }

  private static Refusable<Credentials> transaction(Call call, AgentClient first) {
    CompactToken inbound = call.user().subjectToken(first.id(), call.resource(), call.context());
    return first
        .transactionToken(inbound, call.resource(), call.action())
        .map(token -> new Part.SignedHeader(TransactionTokenVerifier.HEADER, token))
        .map(header -> credentials(header, inbound, call));
  }

  private static Credentials credentials(Part header, CompactToken inbound, Call call) {
    return call.path().size() == 1
        ? Credentials.of(header).holding(inbound)
        : Credentials.of(header);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedTransactionToken.class)
        .map(token -> evidence(token.subject(), token.requester(), token.context()))
        .or(() -> presentation.credential(VerifiedExchange.class).map(TransactionToken::read))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedExchange exchange) {
    return evidence(exchange.subject(), exchange.clientId(), exchange.context());
  }

  private static Evidence evidence(
      String user, String requester, SortedMap<String, String> context) {
    boolean isDirect = requester.equals(TransactionTokenVerifier.ENDPOINT);
    return Evidence.none()
        .verified(Attributes.USER, user)
        .verified(Attributes.FIRST_AGENT, isDirect ? Attributes.DIRECTLY : requester)
        .verifiedContext(context);
  }
}
