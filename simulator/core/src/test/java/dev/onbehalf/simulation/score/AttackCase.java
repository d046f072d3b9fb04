package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.score.NaiveProof.NaivePoint;
import dev.onbehalf.simulation.score.NaiveProof.NaiveSight;
import dev.onbehalf.simulation.score.NaiveProof.NaiveTrick;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A proof with all that attackers can do with what it is made of: each way to call is good for
 * another time, and copies of what arrives are good where it suits the test.
 *
 * @param unattended whether credentials are had without the user
 */
record AttackCase(ProofCase proof, boolean unattended) {
  static final String OF_AGENTS = "of agents";
  static final String OF_USERS = "of users";

  static List<AttackCase> all() {
    return ProofCase.all().stream()
        .map(proof -> new AttackCase(proof, proof.proof().atResource().forNobody().isPresent()))
        .toList();
  }

  /** A way to call, with the seconds for which it outlasts agent and user. */
  record NaiveWay(NaiveProof proof, Optional<Long> withoutAgent, Optional<Long> withoutUser) {}

  /** A way to present a copy. */
  record NaiveCopy(NaiveProof proof, Where where, Optional<Long> seconds, boolean namesUser) {}

  /** Ways of agents, or of users in person, the honest one first. */
  List<NaiveWay> ways(boolean direct) {
    List<List<NaiveTrick>> tricks = new ArrayList<>();
    tricks.add(honest(direct ? NaivePoint::directly : NaivePoint::via, direct));
    tricks.addAll(direct ? proof.naive().ofUsers() : proof.naive().cheats());
    return IntStream.range(0, tricks.size())
        .mapToObj(i -> new NaiveWay(only(tricks.get(i)), seconds(i, 3), seconds(i, 2)))
        .toList();
  }

  private static Optional<Long> seconds(int index, int ever) {
    return index % ever == ever - 1 ? Optional.empty() : Optional.of(100L + index);
  }

  /** What arrives at the points that callers turn to, the position of each with its copies. */
  Map<Integer, List<NaiveCopy>> arrivals() {
    Map<Integer, List<NaiveCopy>> arrivals = new TreeMap<>();
    for (int i = 0; i < proof.naive().points().size(); i++) {
      if (proof.proof().showings().get(i).point() != Point.ISSUANCE) {
        arrivals.put(i, copies(i));
      }
    }
    return arrivals;
  }

  private List<NaiveCopy> copies(int point) {
    List<NaiveTrick> whole = from(point, honest(NaivePoint::via, false));
    List<NaiveCopy> copies = new ArrayList<>();
    copies.add(copy(whole, Where.OWN_ACTION, Optional.of(30L + point)));
    copies.add(copy(whole, Where.OTHER_ACTION, Optional.of(20L)));
    if (point == 0 && proof.name().length() % 2 == 0) {
      copies.add(copy(whole, Where.OTHER_RESOURCE, Optional.of(60L)));
    }
    for (List<NaiveTrick> cheat : proof.naive().cheats()) {
      if (cheat.stream().allMatch(trick -> trick.point() >= point)) {
        copies.add(copy(cheat, Where.OWN_ACTION, Optional.empty()));
      }
    }
    return copies;
  }

  private static List<NaiveTrick> from(int point, List<NaiveTrick> tricks) {
    return tricks.stream().filter(trick -> trick.point() >= point).toList();
  }

  private NaiveCopy copy(List<NaiveTrick> tricks, Where where, Optional<Long> seconds) {
    boolean namesUser = tricks.stream().anyMatch(trick -> trick.attributes().contains("user"));
    return new NaiveCopy(only(tricks), where, seconds, namesUser);
  }

  private List<NaiveTrick> honest(Function<NaivePoint, List<String>> shown, boolean direct) {
    List<NaivePoint> points = proof.naive().points();
    return IntStream.range(0, points.size())
        .filter(i -> !direct || points.get(i).passedDirectly())
        .mapToObj(i -> new NaiveTrick(i, shown.apply(points.get(i)), Map.of()))
        .toList();
  }

  /** A proof in which there is no other way to cheat. */
  private NaiveProof only(List<NaiveTrick> tricks) {
    return new NaiveProof(
        proof.naive().points(), List.of(tricks), List.of(tricks), List.of(tricks));
  }

  /**
   * What the copy of a presentation at the resource shows, were it a secret that somebody keeps.
   */
  NaiveProof secret(boolean direct) {
    List<NaiveTrick> honest = honest(direct ? NaivePoint::directly : NaivePoint::via, direct);
    return only(from(proof.naive().points().size() - 1, honest));
  }

  boolean secretNamesUser(boolean direct) {
    NaivePoint last = proof.naive().points().get(proof.naive().points().size() - 1);
    return (direct ? last.directly() : last.via()).contains("user");
  }

  /** The same as a probe would have learned it. */
  AttackShapes shapes(NaiveWorld world) {
    Map<RouteShape.Pattern, AttackShapes.Caller> callers = new HashMap<>();
    for (RouteShape.Pattern pattern : proof.cheats(world).keySet()) {
      boolean direct = pattern.agents().isEmpty();
      callers.put(
          pattern,
          new AttackShapes.Caller(
              unattended && !direct && !pattern.forNobody(),
              ways(direct).stream()
                  .flatMap(
                      way ->
                          learned(way.proof(), pattern, world).stream()
                              .map(
                                  shape ->
                                      new AttackShapes.Way(
                                          shape,
                                          direct ? Optional.empty() : way.withoutAgent(),
                                          way.withoutUser())))
                  .toList(),
              direct || pattern.forNobody() ? List.of() : arrivals(pattern, world)));
    }
    return new AttackShapes(
        callers,
        List.of(
            new AttackShapes.Secret(
                OF_AGENTS, true, pattern("a"), learned(secret(false), pattern("a"), world)),
            new AttackShapes.Secret(
                OF_USERS, false, pattern(), learned(secret(true), pattern(), world))));
  }

  private List<AttackShapes.Arrival> arrivals(RouteShape.Pattern pattern, NaiveWorld world) {
    return arrivals().entrySet().stream()
        .map(
            arrival ->
                new AttackShapes.Arrival(
                    proof.proof().showings().get(arrival.getKey()).point(),
                    arrival.getKey() == 0,
                    false,
                    arrival.getValue().stream()
                        .flatMap(
                            copy ->
                                learned(copy.proof(), pattern, world).stream()
                                    .map(
                                        shape ->
                                            new AttackShapes.Copied(
                                                shape, copy.where(), copy.seconds())))
                        .toList()))
        .toList();
  }

  private List<RouteShape> learned(NaiveProof only, RouteShape.Pattern pattern, NaiveWorld world) {
    return new ProofCase(proof.name(), proof.proof(), only)
        .cheats(world)
        .getOrDefault(pattern, List.of());
  }

  private static RouteShape.Pattern pattern(String... via) {
    return RouteShape.pattern(new Request("u", List.of(via), "r", "x", new TreeMap<>()));
  }

  /** What points see of the request that is made in the one way of the proof. */
  static List<List<NaiveSight>> seen(NaiveProof only, NaiveRequest request, NaiveWorld world) {
    return only.cheating(request, world.words(), world);
  }
}
