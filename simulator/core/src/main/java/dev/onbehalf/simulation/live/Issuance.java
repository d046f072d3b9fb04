package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.grant.IssuanceGate;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.jose.CompactToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The token service as an enforcement point: decides before it issues, and remembers on what. */
public final class Issuance implements IssuanceGate {
  private static final Judge NOBODY = (visit, exchange) -> true;

  private final CredentialStrategy strategy;
  private final Map<CompactToken, Visit> issuedOn = new HashMap<>();
  private final List<Visit> refused = new ArrayList<>();
  private Judge judge = NOBODY;

  Issuance(CredentialStrategy strategy) {
    this.strategy = strategy;
  }

  /** Whoever decides on what is asked for; without one, everything in order is issued. */
  @FunctionalInterface
  interface Judge {
    boolean admits(Visit visit, VerifiedExchange exchange);
  }

  public void judgeBy(Judge newJudge) {
    judge = newJudge;
  }

  /** Does something with every request admitted, to see what it would lead to. */
  <T> T opened(Supplier<T> action) {
    Judge suspended = judge;
    judge = NOBODY;
    try {
      return action.get();
    } finally {
      judge = suspended;
    }
  }

  @Override
  public boolean admits(VerifiedExchange exchange) {
    Visit visit = visit(exchange);
    boolean admitted = judge.admits(visit, exchange);
    if (!admitted) {
      refused.add(visit);
    }
    return admitted;
  }

  @Override
  public void issued(VerifiedExchange exchange, CompactToken token) {
    issuedOn.put(token, visit(exchange));
  }

  @Override
  public void traded(CompactToken issued, CompactToken token) {
    Optional.ofNullable(issuedOn.get(issued)).ifPresent(visit -> issuedOn.put(token, visit));
  }

  private Visit visit(VerifiedExchange exchange) {
    return new Visit(
        Point.ISSUANCE,
        strategy.read(
            new VerifiedPresentation(
                Point.ISSUANCE, new Presentation(List.of()), List.of(exchange), new TreeMap<>())));
  }

  /** What the token service saw before it issued the tokens of the presentation. */
  List<Visit> passedFor(Presentation presentation) {
    return presentation.tokens().stream()
        .flatMap(token -> Stream.ofNullable(issuedOn.get(token)))
        .toList();
  }

  /** What it refused since it was last asked. */
  List<Visit> takeRefused() {
    List<Visit> taken = List.copyOf(refused);
    refused.clear();
    return taken;
  }
}
