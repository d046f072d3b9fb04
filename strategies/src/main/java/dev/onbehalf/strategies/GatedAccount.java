package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Agents call through a gateway that only agents can pass. It decides on the user, whose token is
 * made out to it, and goes on with the agent's account (RFC 6749 section 4.4), which it keeps: an
 * agent that had the secret could leave the gateway out.
 */
public final class GatedAccount implements CredentialStrategy {
  /** What the gateway's account for an agent has after its name, so that it is no agent's own. */
  private static final String ACCOUNT = "/account/";

  @Override
  public About about() {
    return About.of(
            GatedAccount.class, "a gateway checks the user, and goes on with the agent's account")
        .specifiedBy("RFC 6749 section 4.4")
        .usedBy(
            "let agents reach the resource through a gateway alone, which keeps the secret"
                + " of their account",
            "at the gateway check the user's token, and let her in or not",
            "at the resource decide by the account of the agent, whose token the gateway"
                + " obtains with grant_type client_credentials")
        .needing(Machinery.AGENT_CLIENTS, Machinery.AGENT_AWARE_RESOURCES, Machinery.GATEWAY)
        .proving(
            Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.AGENT))
                .after(Point.GATEWAY, List.of(Attributes.USER)))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.agents().forEach(agent -> registrar.registerClient(agent + ACCOUNT));
    registrar.registerClient(TokenService.GATEWAY);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.through(Point.GATEWAY, TokenService.GATEWAY);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.point() == Point.GATEWAY
        ? readAtGateway(presentation)
        : presentation.token().map(GatedAccount::readAtResource).orElse(Evidence.none());
  }

  /**
   * The gateway must know the agent to pick its account, so that it could decide on both; here it
   * lets any agent pass, and leaves the agent to the resource.
   */
  private static Evidence readAtGateway(VerifiedPresentation presentation) {
    Optional<String> agent = subject(presentation, VerifiedToken::isOfClient);
    Optional<String> user = subject(presentation, VerifiedToken::isOfLogin);
    return agent.isEmpty() || user.isEmpty()
        ? Evidence.none()
        : Evidence.none()
            .verified(Attributes.USER, user.get())
            .informational(Attributes.AGENT, agent.get());
  }

  private static Optional<String> subject(
      VerifiedPresentation presentation, Predicate<VerifiedToken> condition) {
    return presentation.credentials(VerifiedToken.class).stream()
        .filter(condition)
        .map(VerifiedToken::subject)
        .findFirst();
  }

  private static Evidence readAtResource(VerifiedToken token) {
    if (token.isOfLogin()) {
      return Readings.userOrInPerson(token);
    }
    // an agent's own token is none of its account
    return token.isOfClient() && token.subject().endsWith(ACCOUNT)
        ? Evidence.none().verified(Attributes.AGENT, agent(token.subject()))
        : Evidence.none();
  }

  private static String agent(String account) {
    return account.substring(0, account.length() - ACCOUNT.length());
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    String account = subject(admitted, VerifiedToken::isOfClient).orElseThrow() + ACCOUNT;
    return onward.clients().apply(account).accessToken(onward.resource()).map(Presentation::bearer);
  }
}
