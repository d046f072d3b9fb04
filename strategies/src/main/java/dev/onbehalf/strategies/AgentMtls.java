package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
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
import dev.onbehalf.token.registry.Registrar;
import dev.onbehalf.token.workload.VerifiedCertificate;

/**
 * The agent presents the user's own access token (RFC 6750 section 2.1) on a TLS connection that it
 * opened with its client certificate (RFC 8446 section 4.4.2), as in a mesh in permissive mode. The
 * token isn't bound to the certificate (which would be RFC 8705 section 3), so an agent can call on
 * a connection without one. Handshakes aren't counted: the connection outlives the call.
 */
public final class AgentMtls implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            AgentMtls.class,
            "the agent presents the user's token, and its certificate by mutual TLS")
        .specifiedBy("RFC 6750 section 2.1, RFC 8446 section 4.4.2")
        .knownAs(
            "mutual TLS of Istio in the mode PERMISSIVE",
            "https://istio.io/latest/docs/reference/config/security/peer_authentication/")
        .usedBy(
            "present the user's token over TLS with the agent's client certificate",
            "at the resource decide by sub of the token and the subject of the certificate;"
                + " a call without a certificate counts as the user in person")
        .needing(Machinery.AGENT_AWARE_RESOURCES, Machinery.MUTUAL_TLS)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerCertificate);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return Refusable.of(
        Credentials.of(
            new Part.BearerToken(call.user().accessToken(call.resource())),
            new Part.Certificate(call.workload().certificate())));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    String agent =
        presentation
            .credential(VerifiedCertificate.class)
            .map(VerifiedCertificate::agent)
            .orElse(Attributes.DIRECTLY);
    Evidence evidence = Evidence.none().verified(Attributes.AGENT, agent);
    return presentation
        .token()
        .map(VerifiedToken::subject)
        .map(user -> evidence.verified(Attributes.USER, user))
        .orElse(Evidence.none());
  }
}
