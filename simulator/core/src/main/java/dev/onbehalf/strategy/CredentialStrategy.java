package dev.onbehalf.strategy;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.authz.Proof;
import dev.onbehalf.token.Registrar;
import dev.onbehalf.token.UserSession;
import java.util.List;

/**
 * A way for agents to get credentials, found by {@link java.util.ServiceLoader}. A strategy is
 * stateless and sees neither the policies nor the request: what it can enforce is measured.
 */
public interface CredentialStrategy {
  /** A unique name in kebab-case. */
  String name();

  /** The attributes that its evidence verifies. */
  Proof proves();

  /** By what the credential of a call through agents may be cached. */
  List<CacheKey> cachedBy();

  /** Registers what has to exist before the first call; users alone, unless overridden. */
  default void enrol(Population population, Registrar registrar) {
    population.users().forEach(registrar::registerUser);
  }

  /** The credentials of a user who calls in person. */
  default Credentials obtainDirectly(UserSession user, String resource) {
    return Credentials.bearer(user.accessToken(resource));
  }

  /** The credentials of the agent that presents the call, and all that it ends up holding. */
  Credentials obtain(Call call);

  /** What the resource server learns, from nothing but the verified presentation. */
  Evidence read(VerifiedPresentation presentation);
}
