package dev.onbehalf.simulation.live;

import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.access.StepProofChain;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.DecodedToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** For how long parts of presentations are good, by what they say of themselves. */
final class PartLife {
  private final Instant now;

  PartLife(Instant now) {
    this.now = now;
  }

  /** The seconds after which the first of the parts expires; empty if none does. */
  Optional<Long> shortest(Stream<Part> parts) {
    return parts.flatMap(part -> seconds(part).stream()).min(Long::compare);
  }

  private Optional<Long> seconds(Part part) {
    if (part instanceof Part.Macaroon macaroon) {
      return macaroon.token().expiresAt().stream().boxed().findFirst().map(this::fromNow);
    }
    if (part instanceof Part.Ticket ticket) {
      return Optional.of(fromNow(ticket.ticket().end().getEpochSecond()));
    }
    return token(part)
        .map(PartLife::claims)
        .map(claims -> claims.get("exp"))
        .filter(Number.class::isInstance)
        .map(seconds -> fromNow(((Number) seconds).longValue()));
  }

  private long fromNow(long expiresAt) {
    return expiresAt - now.getEpochSecond();
  }

  /** The token that the part is, if it is one. */
  static Optional<CompactToken> token(Part part) {
    return new Presentation(List.of(part)).tokens().stream().findFirst();
  }

  /** Whether the part is a token or ticket of the subject. */
  static boolean isOf(String subject, Part part) {
    if (part instanceof Part.Ticket ticket) {
      return ticket.ticket().client().equals(subject);
    }
    return token(part).filter(token -> says(token, "sub", subject)).isPresent();
  }

  /** Whether the token says that another workload asked for it, who can do so again. */
  static boolean isAskedForByAnother(String workload, Part part) {
    return token(part)
        .map(token -> claims(token).get("req_wl"))
        .filter(requester -> !requester.equals(workload))
        .isPresent();
  }

  /** Whether the token holds steps that agents signed. */
  static boolean holdsSteps(Part part) {
    return token(part).filter(token -> claims(token).containsKey(StepProofChain.CLAIM)).isPresent();
  }

  /** Whether one token is addressed to who issued the other. */
  static boolean isAddressedToIssuer(CompactToken token, CompactToken issued) {
    return says(token, "aud", String.valueOf(claims(issued).get("iss")));
  }

  private static boolean says(CompactToken token, String claim, String value) {
    return Objects.equals(claims(token).get(claim), value);
  }

  private static Map<String, Object> claims(CompactToken token) {
    return DecodedToken.of(token).claims();
  }
}
