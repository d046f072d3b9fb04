package dev.onbehalf.products.profile;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.access.VerifiedToken;

/** What resources make of the tokens that a product issues. */
public enum Reading {
  /** What they make of ours. */
  AS_EVER {
    @Override
    Proof proof(CredentialStrategy strategy) {
      return strategy.about().proof();
    }

    @Override
    Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation) {
      return strategy.read(presentation);
    }
  },
  /** The same, but the token service decides on nothing before it issues them. */
  AT_RESOURCE {
    @Override
    Proof proof(CredentialStrategy strategy) {
      return Proof.of(Attributes.USER, Attributes.AGENT);
    }

    @Override
    Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation) {
      return strategy.read(presentation);
    }
  },
  /** The user, and as agent the client that the token was issued to: nobody is named as actor. */
  USER_AND_CLIENT {
    @Override
    Proof proof(CredentialStrategy strategy) {
      return Proof.of(Attributes.USER, Attributes.AGENT);
    }

    @Override
    Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation) {
      return presentation.token().map(Reading::userAndClient).orElse(Evidence.none());
    }
  };

  abstract Proof proof(CredentialStrategy strategy);

  abstract Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation);

  private static Evidence userAndClient(VerifiedToken token) {
    if (token.isOfClient()) {
      return Evidence.none().verified(Attributes.AGENT, token.subject());
    }
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, token.isOfLogin() ? Attributes.DIRECTLY : token.clientId());
  }
}
