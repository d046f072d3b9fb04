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
 * Mutual TLS where nobody calls without a certificate, as in a service mesh in strict mode: an
 * agent presents the user's own access token on a connection that it opened with its certificate,
 * and users in person come through a front door with one of its own. The front door logs users in
 * and takes no tokens, so that it is no way round for agents. Neither is the token bound to the
 * certificate (RFC 8705 section 3), nor is it the client's authentication at the token service
 * (section 2): the two are proved side by side.
 */
public final class AgentMtlsStrict implements CredentialStrategy {
  private static final String FRONT_DOOR = "front-door/";

  @Override
  public About about() {
    return About.of(AgentMtlsStrict.class, "as agent-mtls, and nobody calls without a certificate")
        .specifiedBy("RFC 8446 section 4.4.2, RFC 6750 section 2.1")
        .knownAs(
            "mutual TLS of Istio in the mode STRICT",
            "https://istio.io/latest/docs/reference/config/security/peer_authentication/")
        .usedBy(
            "present the user's token over TLS with the agent's client certificate (RFC 8446"
                + " section 4.4.2)",
            "give users in person a door of their own, with a certificate of its own",
            "at the resource refuse connections without a certificate, and decide by sub of"
                + " the token and the subject of the certificate together")
        .needing(Machinery.AGENT_AWARE_RESOURCES, Machinery.MUTUAL_TLS, Machinery.FRONT_DOOR)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerCertificate);
    registrar.registerCertificate(FRONT_DOOR);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return onConnectionOf(FRONT_DOOR, call);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return Refusable.of(onConnectionOf(call.presenterName(), call));
  }

  private static Credentials onConnectionOf(String workload, Call call) {
    return Credentials.of(
        new Part.BearerToken(call.user().accessToken(call.resource())),
        new Part.Certificate(call.workloads().apply(workload).certificate()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedCertificate.class)
        .flatMap(peer -> presentation.token().map(token -> read(token, peer.agent())))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token, String peer) {
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, peer.equals(FRONT_DOOR) ? Attributes.DIRECTLY : peer);
  }
}
