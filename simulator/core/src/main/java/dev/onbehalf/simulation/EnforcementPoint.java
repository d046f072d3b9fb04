package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.authz.Point;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.CompactToken;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.Scope;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.TokenVerifier;
import dev.onbehalf.token.VerifiedCredential;
import dev.onbehalf.token.VerifiedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The resource servers' side of a call: verifies what is presented and derives the evidence. */
final class EnforcementPoint implements Examiner {
  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Map<String, TokenVerifier> verifiers = new HashMap<>();
  private final OtherParts otherParts;
  private long tokensVerified;

  EnforcementPoint(CredentialStrategy strategy, TokenService tokenService) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    otherParts = new OtherParts(tokenService);
  }

  @Override
  public Evidence examine(Presentation presentation, Target target) throws InvalidTokenException {
    List<VerifiedCredential> credentials = new ArrayList<>();
    SortedMap<String, String> headers = new TreeMap<>();
    for (Part part : presentation.parts()) {
      if (part instanceof Part.BearerToken bearer) {
        credentials.add(verify(bearer.token(), target));
      } else if (part instanceof Part.Header header) {
        headers.put(header.name(), header.value());
      } else if (!OtherParts.concern(part)) {
        throw new InvalidTokenException("expected no " + part.place());
      }
    }
    credentials.addAll(otherParts.verify(presentation, target));
    return strategy.read(
        new VerifiedPresentation(Point.RESOURCE, presentation, credentials, headers));
  }

  private VerifiedToken verify(CompactToken token, Target target) throws InvalidTokenException {
    tokensVerified++;
    VerifiedToken verified =
        verifiers.computeIfAbsent(target.resource(), tokenService::verifierFor).verify(token);
    String wanted = Scope.of(target.resource(), target.action());
    if (!Scope.covers(verified.scope(), wanted)) {
      // RFC 6750 section 3.1: insufficient_scope.
      throw new InvalidTokenException("the scope doesn't cover `" + wanted + "`");
    }
    return verified;
  }

  /** Lets a presentation that is good for one call be examined once more. */
  void forgetUses() {
    otherParts.forgetUses();
  }

  long tokensVerified() {
    return tokensVerified;
  }
}
