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
import java.util.Map;
import java.util.Optional;

/**
 * The agent calls with its own token (RFC 6749 section 4.4) and names the user in a header that
 * nobody signs; the resource takes its word for it, as Kubernetes takes {@code Impersonate-User}
 * and databases take {@code SET ROLE} from those who may.
 */
public final class RunAs implements CredentialStrategy {
  private static final String HEADER = "impersonate-user";

  @Override
  public About about() {
    return About.of(RunAs.class, "the agent calls with its own token and names the user, unsigned")
        .specifiedBy("RFC 6749 section 4.4, Kubernetes user impersonation")
        .knownAs(
            "user impersonation of Kubernetes",
            "https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/")
        .usedBy(
            "call with the agent's own credential, and the user's name in the header"
                + " Impersonate-User",
            "at the resource check that the agent may impersonate this user; that she asked"
                + " is its word alone")
        .needing(Machinery.AGENT_CLIENTS, Machinery.AGENT_AWARE_RESOURCES)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT).believing(Attributes.USER))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    Part user = new Part.Header(HEADER, call.user().user());
    return call.presenter()
        .accessToken(call.resource())
        .map(token -> Credentials.of(new Part.BearerToken(token), user));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(token -> read(token, presentation.headers()))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token, Map<String, String> headers) {
    // a user has the right to call as nobody else, whatever the header says
    if (token.isOfLogin()) {
      return Evidence.none()
          .verified(Attributes.USER, token.subject())
          .verified(Attributes.AGENT, Attributes.DIRECTLY);
    }
    Evidence agent = Evidence.none().verified(Attributes.AGENT, token.subject());
    return Optional.ofNullable(headers.get(HEADER))
        .map(user -> agent.claimed(Attributes.USER, user))
        .orElse(agent);
  }
}
