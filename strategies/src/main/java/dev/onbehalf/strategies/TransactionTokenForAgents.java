package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.SortedMap;

/**
 * The agent's access token, which names the user as {@code sub} and the agent as {@code act} (RFC
 * 8693 section 4.1), is turned into a token for this call alone, which keeps both and the context
 * that the user's login wrote (draft-araut-oauth-transaction-tokens-for-agents-02). Of agents the
 * resource takes nothing else. The access token could be kept, but what is presented can't; so both
 * are counted for every call.
 */
public final class TransactionTokenForAgents implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TransactionTokenForAgents.class,
            "the agent gets a token for this call, which names user and agent")
        .specifiedBy("draft-araut-oauth-transaction-tokens-for-agents-02, RFC 8693 section 4.1")
        .knownAs(
            "Txn-Token with act and agentic_ctx, of an individual draft",
            "https://datatracker.ietf.org/doc/draft-araut-oauth-transaction-tokens-for-agents/")
        .usedBy(
            "where a call comes in, ask the transaction token service for a token of this"
                + " call that names the agent in act",
            "at each hop ask for a replacement with the next agent",
            "at the resource decide by sub, act and the context in the token")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.TRANSACTION_TOKENS)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT, Attributes.CONTEXT));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return Credentials.bearer(call.user().accessToken(call.resource(), call.context()));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    CompactToken userToken =
        call.user().subjectToken(call.path().get(0), call.resource(), call.context());
    return call.exchanged(userToken, Scope.of(call.resource()))
        .flatMap(delegated -> forThisCall(delegated, call));
  }

  private static Refusable<Credentials> forThisCall(Credentials delegated, Call call) {
    CompactToken accessToken = delegated.presentation().tokens().get(0);
    return call.presenter()
        .transactionToken(accessToken, call.resource(), call.action())
        .map(token -> new Part.SignedHeader(TransactionTokenVerifier.HEADER, token))
        .map(header -> Credentials.of(header).holding(delegated.held().toArray(Part[]::new)));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedTransactionToken.class)
        .map(TransactionTokenForAgents::read)
        .or(() -> presentation.token().map(TransactionTokenForAgents::readDirectly))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedTransactionToken token) {
    Evidence evidence = shown(token.subject(), token.context());
    return token.actor().map(actor -> Readings.acting(evidence, actor)).orElse(evidence);
  }

  private static Evidence readDirectly(VerifiedToken token) {
    return token.isOfLogin()
        ? shown(token.subject(), token.context()).verified(Attributes.AGENT, Attributes.DIRECTLY)
        : Evidence.none();
  }

  private static Evidence shown(String user, SortedMap<String, String> context) {
    return Evidence.none().verified(Attributes.USER, user).verifiedContext(context);
  }
}
