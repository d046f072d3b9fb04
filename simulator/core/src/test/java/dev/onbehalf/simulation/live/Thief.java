package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody who has a copy of what arrived at a point in one call, and nothing else: no key, no
 * login, no client. Presents every combination of it there, for every action at every resource, and
 * writes what nobody signs.
 */
final class Thief {
  private static final Set<String> PROOFS =
      Set.of(DpopProofVerifier.HEADER, WorkloadVerifier.PROOF_HEADER);

  private final List<Target> targets;
  private final CredentialStrategy strategy;
  private final Proof proof;
  private final TokenService tokenService;
  private final Callers callers;
  private final Writing writing;
  private final EnforcementPoint servers;
  private final Map<List<Object>, Refusable<Examiner.Examined>> now = new HashMap<>();
  private final Map<Request, List<Swag>> stolen = new HashMap<>();

  Thief(
      List<Target> targets,
      CredentialStrategy strategy,
      TokenService tokenService,
      Callers callers,
      Writing writing) {
    this.targets = targets;
    this.strategy = strategy;
    proof = strategy.about().proof();
    this.tokenService = tokenService;
    this.callers = callers;
    this.writing = writing;
    servers = new EnforcementPoint(strategy, tokenService);
  }

  /** What was copied at each point that the request passes. */
  List<Swag> stolenFrom(Request request) {
    return stolen.getOrDefault(request, List.of());
  }

  /** Copies what arrives of a call through agents, and tries it once the call is made. */
  void rob(Request request) {
    if (!proof.passed(request.user(), request.via()).isEmpty()) {
      stolen.put(
          request,
          stages(request).stream().map(stage -> new Swag(stage, tries(request, stage))).toList());
    }
  }

  /**
   * Tries once more what got through when it was tried before.
   *
   * @param seconds since all calls were made
   */
  void tryAgain(long seconds) {
    now.clear();
    stolen.values().stream()
        .flatMap(List::stream)
        .flatMap(swag -> swag.tries.stream())
        .forEach(one -> one.again(seconds));
  }

  /** What is good for more than one call is examined once at one time. */
  private Refusable<Examiner.Examined> examine(
      Point point, Presentation presentation, Target target) {
    return presentation.parts().stream().anyMatch(Thief::isOnce)
        ? servers.examine(point, presentation, target)
        : now.computeIfAbsent(
            List.of(point, presentation, target),
            any -> servers.examine(point, presentation, target));
  }

  private List<Stage> stages(Request request) {
    List<Stage> stages = new ArrayList<>();
    Examiner listening =
        (point, presentation, target) -> {
          stages.add(new Stage(point, presentation));
          return examine(point, presentation, target);
        };
    Credentials credentials = callers.credentials(request);
    walk(listening, credentials.door(), credentials.presentation(), request.target(), request);
    return stages;
  }

  private Optional<List<Visit>> walk(
      Examiner examiner, Point door, Presentation presentation, Target target, Request request) {
    return new Passage(strategy, tokenService, examiner)
        .walk(
            door, presentation, target, callers.state(request), visit -> visit.isConceivable(proof))
        .toOptional()
        .filter(visits -> visits.get(visits.size() - 1).point() == Point.RESOURCE);
  }

  private List<Try> tries(Request request, Stage stage) {
    List<Try> tries = new ArrayList<>();
    for (Presentation copy : copies(stage.presentation())) {
      for (Target target : targets) {
        Try one = new Try(stage.point(), copy, target, request);
        one.visits().ifPresent(visits -> tries.add(one.seen(visits)));
      }
    }
    return tries;
  }

  /** All that can be made of a copy, but what proves a key. */
  private List<Presentation> copies(Presentation presented) {
    List<Part> copied = presented.parts().stream().filter(part -> !isKeyed(part)).toList();
    Set<Part> held = new LinkedHashSet<>(copied);
    writing.forged(copied).forEach(held::add);
    return Combinations.of(List.copyOf(held));
  }

  private static boolean isKeyed(Part part) {
    return part instanceof Part.Certificate;
  }

  private static boolean isOnce(Part part) {
    return part instanceof Part.Authenticator
        || (part instanceof Part.SignedHeader header && PROOFS.contains(header.name()));
  }

  /** What is presented to a point. */
  private record Stage(Point point, Presentation presentation) {}

  /** What was copied at one point, and the tries that got through to the resource. */
  static final class Swag {
    private final Stage stage;
    private final List<Try> tries;

    private Swag(Stage stage, List<Try> tries) {
      this.stage = stage;
      this.tries = tries;
    }

    Point point() {
      return stage.point();
    }

    /** Whether a key was proved, by a proof that is good once or by the connection. */
    boolean isKeyed() {
      return isOnce() || stage.presentation().parts().stream().anyMatch(Thief::isKeyed);
    }

    boolean isOnce() {
      return stage.presentation().parts().stream().anyMatch(Thief::isOnce);
    }

    List<Try> tries() {
      return tries;
    }
  }

  /** A copy of what the request presented, presented for the target. */
  final class Try {
    private final Point point;
    private final Presentation copy;
    private final Target target;
    private final Request request;
    private List<Visit> seen = List.of();
    private boolean good = true;
    private long end;

    private Try(Point point, Presentation copy, Target target, Request request) {
      this.point = point;
      this.copy = copy;
      this.target = target;
      this.request = request;
    }

    private Optional<List<Visit>> visits() {
      List<Visit> issuance = callers.issuance().passedFor(copy);
      return walk(Thief.this::examine, point, copy, target, request)
          .map(visits -> Stream.concat(issuance.stream(), visits.stream()).toList());
    }

    private Try seen(List<Visit> visits) {
      seen = visits;
      return this;
    }

    private void again(long seconds) {
      good = good && visits().isPresent();
      end = good ? seconds + 1 : end;
    }

    Target target() {
      return target;
    }

    /** What the points saw. */
    List<Visit> seen() {
      return seen;
    }

    /** So many seconds after the call it no longer got through; empty if it always did. */
    Optional<Long> end() {
      return good ? Optional.empty() : Optional.of(end);
    }
  }
}
