package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The servers' side of a call, at each point: verifies what is presented, derives the evidence. */
public final class EnforcementPoint implements Examiner {
  private final CredentialStrategy strategy;
  private final TokenService tokenService;
  private final Map<String, TokenVerifier> verifiers = new HashMap<>();
  private final PartVerifiers otherParts;
  private final TransactionTokenVerifier transactionTokens;
  private long tokensVerified;

  public EnforcementPoint(CredentialStrategy strategy, TokenService tokenService) {
    this.strategy = strategy;
    this.tokenService = tokenService;
    otherParts = new PartVerifiers(tokenService);
    transactionTokens = tokenService.resourceServers().transactionTokenVerifier();
  }

  @Override
  public Refusable<Examined> examine(Point point, Presentation presentation, Target target) {
    try {
      VerifiedPresentation verified = verify(point, presentation, target);
      return Refusable.of(new Examined(verified, strategy.read(verified)));
    } catch (InvalidTokenException refused) {
      // RFC 6750 section 3.1
      return Refusable.refused("invalid_token", String.valueOf(refused.getMessage()));
    }
  }

  private VerifiedPresentation verify(Point point, Presentation presentation, Target target)
      throws InvalidTokenException {
    List<VerifiedCredential> credentials = new ArrayList<>();
    SortedMap<String, String> headers = new TreeMap<>();
    for (Part part : presentation.parts()) {
      if (part instanceof Part.BearerToken bearer) {
        credentials.add(verify(point, bearer.token(), target));
      } else if (part instanceof Part.SignedHeader header && point != Point.RESOURCE) {
        credentials.add(verify(point, header.token(), target));
      } else if (isTransactionToken(part) && point == Point.RESOURCE) {
        credentials.add(transaction((Part.SignedHeader) part, target));
      } else if (part instanceof Part.Header header) {
        headers.put(header.name(), header.value());
      } else if (point != Point.RESOURCE || !PartVerifiers.concern(part)) {
        throw new InvalidTokenException("expected no " + part.place());
      }
    }
    if (point == Point.RESOURCE) {
      credentials.addAll(otherParts.verify(presentation, credentials, target));
    }
    return new VerifiedPresentation(point, presentation, credentials, headers);
  }

  private VerifiedToken verify(Point point, CompactToken token, Target target)
      throws InvalidTokenException {
    tokensVerified++;
    VerifiedToken verified =
        verifiers
            .computeIfAbsent(audience(point, target), tokenService.resourceServers()::verifierFor)
            .verify(token);
    String wanted = Scope.of(target.resource(), target.action());
    // What says who somebody is and allows nothing has no scope; a resource takes no such token.
    boolean identifies = point != Point.RESOURCE && verified.scope().isEmpty();
    if (!identifies && !Scope.covers(verified.scope(), wanted)) {
      // RFC 6750 section 3.1: insufficient_scope.
      throw new InvalidTokenException("the scope doesn't cover `" + wanted + "`");
    }
    return verified;
  }

  private static boolean isTransactionToken(Part part) {
    return part instanceof Part.SignedHeader header
        && header.name().equals(TransactionTokenVerifier.HEADER);
  }

  private VerifiedTransactionToken transaction(Part.SignedHeader header, Target target)
      throws InvalidTokenException {
    tokensVerified++;
    return transactionTokens.verify(header.token(), target.resource(), target.action());
  }

  /** Lets a presentation that is good for one call be examined once more. */
  void forgetUses() {
    otherParts.forgetUses();
  }

  private static String audience(Point point, Target target) {
    return switch (point) {
      case BROKER -> TokenService.BROKER;
      case GATEWAY -> TokenService.GATEWAY;
      case RESOURCE -> target.resource();
      case ISSUANCE -> throw new IllegalArgumentException("nothing is presented at issuance");
    };
  }

  public long tokensVerified() {
    return tokensVerified;
  }
}
