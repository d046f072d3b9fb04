package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.ForwardingStrategy;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Has each point of a strategy read what the user's login wrote into the tokens that it yields, or
 * that were exchanged for them.
 *
 * @param attributes the attributes of the context that logins know
 */
record LoginReader(CredentialStrategy strategy, List<String> attributes)
    implements ForwardingStrategy {
  /** The strategy, or a reader where logins know something of the contexts. */
  static CredentialStrategy of(CredentialStrategy strategy, Contexts contexts) {
    List<String> attributes = contexts.knownTo(KnownTo.LOGIN);
    return attributes.isEmpty() ? strategy : new LoginReader(strategy, attributes);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    SortedMap<String, String> told = new TreeMap<>();
    presentation.credentials().forEach(credential -> told.putAll(context(credential)));
    told.keySet().retainAll(attributes);
    return strategy.read(presentation).verifiedContext(told);
  }

  private static SortedMap<String, String> context(VerifiedCredential credential) {
    if (credential instanceof VerifiedToken token) {
      return token.context();
    }
    if (credential instanceof VerifiedTransactionToken token) {
      return token.context();
    }
    return credential instanceof VerifiedExchange exchange ? exchange.context() : new TreeMap<>();
  }
}
