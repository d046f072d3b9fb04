package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;

/**
 * A way for agents to get credentials, found by {@link java.util.ServiceLoader}. A strategy is
 * stateless and sees neither the policies nor the request: what it can enforce is measured.
 */
public interface CredentialStrategy {
  /** What it is; always the same. */
  About about();

  /** Registers what has to exist before the first call; users alone, unless overridden. */
  default void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
  }

  /** The credentials of a user who calls in person: the path of the call is empty. */
  default Credentials obtainDirectly(Call call) {
    return Credentials.bearer(call.user().accessToken(call.resource()));
  }

  /** The credentials of the agent that presents the call, and all that it ends up holding. */
  Refusable<Credentials> obtain(Call call);

  /** What an enforcement point learns, from nothing but the verified presentation. */
  Evidence read(VerifiedPresentation presentation);

  /**
   * What a broker or gateway presents to the resource for a call that it admitted; only for
   * strategies with such a point.
   *
   * @param admitted what the point verified, all that it knows of the caller; a cheating caller may
   *     leave out whatever the point's evidence doesn't show
   */
  default Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    throw new IllegalStateException("nothing is forwarded from the " + admitted.point().word());
  }
}
