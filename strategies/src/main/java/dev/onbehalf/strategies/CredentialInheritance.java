package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;

/** The agent is handed the user's own access token and presents it (RFC 6750 section 2.1). */
public final class CredentialInheritance implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(CredentialInheritance.class, "the agent presents the user's own access token")
        .specifiedBy("RFC 6750 section 2.1")
        .knownAs(
            "token passthrough, which MCP forbids for tokens of another audience",
            "https://modelcontextprotocol.io/specification/draft/basic/security_best_practices")
        .usedBy(
            "hand the agent an access token of the user whose aud is the resource itself,"
                + " never one for another server",
            "present it as Authorization: Bearer",
            "at the resource check iss, aud, exp and the signature, and decide by sub")
        .proving(Proof.of(Attributes.USER))
        .cachedBy(CacheKey.USER, CacheKey.RESOURCE);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return Refusable.of(Credentials.bearer(call.user().accessToken(call.resource())));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(VerifiedToken::subject)
        .map(user -> Evidence.none().verified(Attributes.USER, user))
        .orElse(Evidence.none());
  }
}
