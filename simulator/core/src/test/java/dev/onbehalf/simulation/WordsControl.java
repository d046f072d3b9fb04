package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The agent's own token, with user and context in headers that nobody signs.
 *
 * @param believed the attributes that are declared to be the agent's mere word
 */
record WordsControl(List<String> believed) implements CredentialStrategy {
  private static final String USER = "x-user";
  private static final String CONTEXT = "x-context-";

  @Override
  public About about() {
    Proof proof = Proof.of(Attributes.USER, Attributes.AGENT, Attributes.CONTEXT);
    for (String attribute : believed) {
      proof = proof.believing(attribute);
    }
    return About.of(WordsControl.class, "a control of the tests")
        .proving(proof)
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE, CacheKey.CONTEXT);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.users().forEach(registrar::registerUser);
    population.agents().forEach(registrar::registerClient);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return credentials(call.user().accessToken(call.resource()), call, new ArrayList<>());
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    List<Part> headers = new ArrayList<>(List.of(new Part.Header(USER, call.user().user())));
    return call.presenter()
        .accessToken(call.resource())
        .map(token -> credentials(token, call, headers));
  }

  private static Credentials credentials(CompactToken token, Call call, List<Part> parts) {
    parts.add(new Part.BearerToken(token));
    call.context().forEach((name, value) -> parts.add(new Part.Header(CONTEXT + name, value)));
    return Credentials.of(parts.toArray(new Part[0]));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(token -> read(token, presentation.headers()))
        .orElse(Evidence.none());
  }

  private Evidence read(VerifiedToken token, Map<String, String> headers) {
    Evidence evidence = caller(token, headers);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().startsWith(CONTEXT)) {
        String name = header.getKey().substring(CONTEXT.length());
        evidence = said(evidence, Attributes.CONTEXT, Attributes.context(name), header.getValue());
      }
    }
    return evidence;
  }

  private Evidence caller(VerifiedToken token, Map<String, String> headers) {
    if (!token.subject().equals(token.clientId())) {
      return Evidence.none()
          .verified(Attributes.USER, token.subject())
          .verified(Attributes.AGENT, Attributes.DIRECTLY);
    }
    Evidence agent = Evidence.none().verified(Attributes.AGENT, token.subject());
    return headers.containsKey(USER)
        ? said(agent, Attributes.USER, Attributes.USER, headers.getOrDefault(USER, ""))
        : agent;
  }

  private Evidence said(Evidence evidence, String declared, String attribute, String value) {
    return believed.contains(declared)
        ? evidence.claimed(attribute, value)
        : evidence.verified(attribute, value);
  }
}
