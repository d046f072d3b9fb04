package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gateway with an account of its own that tells the resource in headers who calls, as
 * authenticating proxies do. One that doesn't strip passes on the headers that it was sent.
 */
record NamingGateway(boolean strips) implements CredentialStrategy {
  static final String AGENT = "x-agent";
  private static final String USER = "x-user";

  @Override
  public About about() {
    return About.named("naming-gateway", "a gateway names the caller in headers")
        .proving(Proof.of(Attributes.USER, Attributes.AGENT));
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
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    SortedMap<String, String> names = new TreeMap<>(Readings.atDoor(admitted).verified());
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put(USER, names.get(Attributes.USER));
    headers.put(AGENT, names.get(Attributes.AGENT));
    if (!strips) {
      headers.putAll(admitted.headers());
    }
    return onward
        .clients()
        .apply(TokenService.GATEWAY)
        .accessToken(onward.resource())
        .map(
            token -> {
              List<Part> parts = new ArrayList<>(List.of(new Part.BearerToken(token)));
              headers.forEach((name, value) -> parts.add(new Part.Header(name, value)));
              return new Presentation(parts);
            });
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(token -> read(token, presentation.headers()))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token, SortedMap<String, String> headers) {
    return token.subject().equals(TokenService.GATEWAY)
        ? Evidence.none()
            .verified(Attributes.USER, headers.getOrDefault(USER, ""))
            .verified(Attributes.AGENT, headers.getOrDefault(AGENT, ""))
        : Readings.userOrInPerson(token);
  }
}
