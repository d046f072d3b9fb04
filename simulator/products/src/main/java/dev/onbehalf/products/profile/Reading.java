package dev.onbehalf.products.profile;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.VerifiedExchange;
import java.util.List;

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
  /** The same, and a token that was exchanged isn't exchanged again: chains get none. */
  ONE_AGENT {
    @Override
    Proof proof(CredentialStrategy strategy) {
      return AT_RESOURCE.proof(strategy);
    }

    @Override
    Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation) {
      return strategy.read(presentation);
    }

    @Override
    boolean carries(int agents) {
      return agents < 2;
    }
  },
  /** The token service asks about the agent alone, and the resource sees the user alone. */
  TWO_CHECKS {
    @Override
    Proof proof(CredentialStrategy strategy) {
      return Proof.of(Attributes.USER).after(Point.ISSUANCE, List.of(Attributes.AGENT));
    }

    @Override
    Evidence read(CredentialStrategy strategy, VerifiedPresentation presentation) {
      return presentation
          .credential(VerifiedExchange.class)
          .map(asked -> Evidence.none().verified(Attributes.AGENT, asked.clientId()))
          .or(
              () ->
                  presentation
                      .token()
                      .map(one -> Evidence.none().verified(Attributes.USER, one.subject())))
          .orElse(Evidence.none());
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

  /** Whether the product issues tokens for paths of so many agents. */
  boolean carries(int agents) {
    return true;
  }

  private static Evidence userAndClient(VerifiedToken token) {
    if (token.isOfClient()) {
      return Evidence.none().verified(Attributes.AGENT, token.subject());
    }
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, token.isOfLogin() ? Attributes.DIRECTLY : token.clientId());
  }
}
