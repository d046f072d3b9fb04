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
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Agents call through a gateway, which sees the user's token and the agent's own. It exchanges the
 * user's token for one at the resource that names no actor (RFC 8693 section 2.1), so that the
 * resource sees the user, and by the gateway's own {@code client_id} (RFC 9068 section 2.2) that
 * she doesn't call in person.
 */
public final class Gateway implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            Gateway.class, "the agent calls through a gateway, which goes on as the user alone")
        .specifiedBy("RFC 8693 section 2.1, RFC 9068 section 2.2")
        .knownAs(
            "Policy of Amazon Bedrock AgentCore at its Gateway",
            "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/policy-authorization-flow.html")
        .usedBy(
            "let agents reach the resource through the gateway alone",
            "at the gateway exchange the user's token for one with sub and act, and decide"
                + " there on both",
            "at the resource take calls of agents from the gateway alone")
        .needing(Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE, Machinery.GATEWAY)
        .proving(
            Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.USER))
                .after(Point.GATEWAY, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    registrar.registerClient(TokenService.GATEWAY);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.through(Point.GATEWAY, TokenService.GATEWAY);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.point() == Point.RESOURCE
        ? presentation.token().map(Readings::userOrInPerson).orElse(Evidence.none())
        : Readings.atDoor(presentation);
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    CompactToken userToken = admitted.presented().signedHeader(Call.USER_TOKEN).orElseThrow();
    String scope = Scope.of(onward.resource(), onward.action());
    return onward
        .clients()
        .apply(TokenService.GATEWAY)
        .impersonate(userToken, onward.resource(), scope)
        .map(Presentation::bearer);
  }
}
