package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The first agent has the access token that the user's call brought turned into one for this call
 * alone, with the context that the user's login wrote into it, and all agents pass that on
 * (draft-ietf-oauth-transaction-tokens). It names the workload that asked for it, not the one that
 * presents it; and the first agent still holds the user's own token, as the endpoint that a call
 * comes in at does.
 */
public final class TransactionToken implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TransactionToken.class,
            "the first agent gets a token for this call, and the others pass it on")
        .specifiedBy("draft-ietf-oauth-transaction-tokens, RFC 9396 section 9.1")
        .proving(
            Proof.atResource(
                List.of(Attributes.USER, Attributes.AGENT, Attributes.CONTEXT),
                List.of(Attributes.USER, Attributes.CONTEXT)));
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
    CompactToken inbound = call.user().accessToken(call.resource(), call.context());
    return call.agents()
        .get(0)
        .transactionToken(inbound, call.resource(), call.action())
        .map(token -> credentials(token, inbound, call));
  }

  private static Credentials credentials(CompactToken token, CompactToken inbound, Call call) {
    Credentials credentials =
        Credentials.of(new Part.SignedHeader(TransactionTokenVerifier.HEADER, token));
    return call.path().size() == 1 ? credentials.holding(inbound) : credentials;
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedTransactionToken.class)
        .map(TransactionToken::read)
        .or(() -> presentation.token().map(TransactionToken::readDirectly))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedTransactionToken token) {
    return withContext(
        Evidence.none()
            .verified(Attributes.USER, token.subject())
            .informational(Attributes.REQUESTER, token.requester()),
        token.context());
  }

  // the agents' clients could exchange a token for one like the user's own, but for its client
  private static Evidence readDirectly(VerifiedToken token) {
    Evidence evidence = Evidence.none().verified(Attributes.USER, token.subject());
    return token.isOfLogin()
        ? withContext(evidence.verified(Attributes.AGENT, Attributes.DIRECTLY), token.context())
        : evidence;
  }

  private static Evidence withContext(Evidence evidence, SortedMap<String, String> context) {
    Evidence extended = evidence;
    for (Map.Entry<String, String> attribute : context.entrySet()) {
      extended = extended.verified(Attributes.context(attribute.getKey()), attribute.getValue());
    }
    return extended;
  }
}
