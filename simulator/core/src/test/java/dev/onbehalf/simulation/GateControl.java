package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * A gateway with the users' tokens in its hands, before resources that see the user only.
 *
 * @param seen what the gateway looks at
 * @param bypassable whether agents hold a token that is good at the resource as well
 */
public record GateControl(List<String> seen, boolean bypassable) implements CredentialStrategy {
  private static final String USER_TOKEN = "user-token";

  @Override
  public About about() {
    return About.of(GateControl.class, "a control of the tests")
        .proving(Proof.of(Attributes.USER).after(Point.GATEWAY, seen))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    registrar.registerClient(TokenService.GATEWAY);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.presenter()
        .identityToken(TokenService.GATEWAY)
        .map(agentToken -> credentials(agentToken, call));
  }

  private Credentials credentials(CompactToken agentToken, Call call) {
    Credentials credentials =
        Credentials.of(
                new Part.BearerToken(agentToken),
                new Part.SignedHeader(
                    USER_TOKEN, call.user().subjectToken(TokenService.GATEWAY, call.resource())))
            .at(Point.GATEWAY);
    return bypassable ? credentials.holding(call.user().accessToken(call.resource())) : credentials;
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    Evidence evidence = Evidence.none();
    for (VerifiedToken token : presentation.credentials(VerifiedToken.class)) {
      String attribute =
          token.subject().equals(token.clientId()) ? Attributes.AGENT : Attributes.USER;
      if (presentation.point() == Point.RESOURCE || seen.contains(attribute)) {
        evidence = evidence.verified(attribute, token.subject());
      }
    }
    return evidence;
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    // A gateway that doesn't look at the user may be asked by an agent that names none.
    return admitted
        .presented()
        .signedHeader(USER_TOKEN)
        .map(userToken -> exchange(userToken, onward).map(Presentation::bearer))
        .orElse(Refusable.of(new Presentation(List.of())));
  }

  private static Refusable<CompactToken> exchange(CompactToken userToken, Onward onward) {
    return onward
        .clients()
        .apply(TokenService.GATEWAY)
        .impersonate(userToken, onward.resource(), Scope.of(onward.resource()));
  }
}
