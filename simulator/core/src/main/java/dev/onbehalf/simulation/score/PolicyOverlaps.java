package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which policies change nothing, because others say the same or override them. */
public final class PolicyOverlaps {
  /** More kinds of requests than that are told apart by no policy that somebody wrote by hand. */
  private static final long MOST_CELLS = 1L << 26;

  /** How many policies are blamed at most; the others are as many as one likes. */
  private static final int MOST_NAMED = 6;

  private final TruthTable truth;
  private final int words;
  private final long[] fingerprints;
  private final Map<Long, List<Integer>> byFingerprint = new HashMap<>();

  private PolicyOverlaps(TruthTable truth) {
    this.truth = truth;
    words = truth.permitted().wordsPerRow();
    fingerprints = policies().mapToLong(this::fingerprint).toArray();
    policies()
        .filter(this::isMatched)
        .forEach(
            policy ->
                byFingerprint
                    .computeIfAbsent(fingerprints[policy], any -> new ArrayList<>())
                    .add(policy));
  }

  /** How a policy comes to change nothing. */
  public enum Kind {
    /** It matches no request. */
    UNMATCHED,
    /** A MAY, and a MAY NOT for just the same requests. */
    CONTRADICTED,
    /** A MAY of which others prohibit all. */
    OVERRIDDEN,
    /** It matches the same requests as one before it. */
    REPEATED,
    /** Others of the same effect decide all that it decides. */
    COVERED
  }

  /**
   * A policy that changes nothing.
   *
   * @param by the policies to blame, one if one suffices
   */
  public record Finding(int policy, Kind kind, List<Integer> by) {
    public Finding {
      by = List.copyOf(by);
    }
  }

  /** The policies that change nothing, in their order; none are sought in huge request spaces. */
  public static List<Finding> in(Scenario scenario) {
    RequestClasses classes = new RequestClasses(scenario);
    return (long) classes.rows() * classes.columns() > MOST_CELLS
        ? List.of()
        : new PolicyOverlaps(new TruthTable(scenario)).findings();
  }

  private List<Finding> findings() {
    Map<Effect, BitMatrix> shared =
        Map.of(Effect.MAY, shared(Effect.MAY), Effect.MAY_NOT, shared(Effect.MAY_NOT));
    return policies()
        .mapToObj(policy -> finding(policy, shared))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> finding(int policy, Map<Effect, BitMatrix> shared) {
    if (!isMatched(policy)) {
      return Optional.of(new Finding(policy, Kind.UNMATCHED, List.of()));
    }
    if (truth.isVacuous(policy)) {
      return Optional.of(overridden(policy));
    }
    int first = firstAlike(policy);
    if (first != policy) {
      return Optional.of(new Finding(policy, Kind.REPEATED, List.of(first)));
    }
    BitMatrix twice = shared.getOrDefault(effect(policy), truth.denied());
    return any(policy, (row, word) -> truth.scope(policy, row, word) & ~twice.word(row, word))
        ? Optional.empty()
        : Optional.of(new Finding(policy, Kind.COVERED, by(policy, effect(policy))));
  }

  private Finding overridden(int policy) {
    List<Integer> opposites =
        alike(policy).filter(other -> effect(other) == Effect.MAY_NOT).boxed().toList();
    return opposites.isEmpty()
        ? new Finding(policy, Kind.OVERRIDDEN, by(policy, Effect.MAY_NOT))
        : new Finding(policy, Kind.CONTRADICTED, opposites.subList(0, 1));
  }

  /** One policy of the effect that matches all that this one decides, or some that do together. */
  private List<Integer> by(int policy, Effect effect) {
    List<Integer> others =
        policies().filter(one -> one != policy && effect(one) == effect).boxed().toList();
    // That one isn't enough shows at once; what each adds takes long.
    return others.stream()
        .filter(other -> covers(other, policy))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> together(others, policy));
  }

  /** The first that matches something, and each after it that matches more. */
  private List<Integer> together(List<Integer> others, int policy) {
    BitMatrix matched = new BitMatrix(truth.classes().rows(), truth.classes().columns());
    return others.stream().filter(other -> adds(other, policy, matched)).limit(MOST_NAMED).toList();
  }

  /** Whether the other matches more; notes what it does. */
  private boolean adds(int other, int policy, BitMatrix matched) {
    boolean adds =
        any(
            policy,
            (row, word) ->
                decided(policy, row, word)
                    & bitsOfOther(other, row, word)
                    & ~matched.word(row, word));
    if (adds) {
      forEach(policy, (row, word) -> matched.or(row, word, bitsOfOther(other, row, word)));
    }
    return adds;
  }

  /** What the policy decides, or what it matches where that is nothing. */
  private long decided(int policy, int row, int word) {
    return truth.isVacuous(policy) ? bits(policy, row, word) : truth.scope(policy, row, word);
  }

  private boolean covers(int other, int policy) {
    return !any(policy, (row, word) -> decided(policy, row, word) & ~bitsOfOther(other, row, word));
  }

  /** The first policy of the same effect that matches the same requests, which may be itself. */
  private int firstAlike(int policy) {
    return alike(policy)
        .filter(other -> effect(other) == effect(policy))
        .findFirst()
        .orElse(policy);
  }

  private IntStream alike(int policy) {
    return byFingerprint.getOrDefault(fingerprints[policy], List.of()).stream()
        .mapToInt(other -> other)
        .filter(other -> includes(other, policy) && includes(policy, other));
  }

  private boolean includes(int other, int policy) {
    return !any(policy, (row, word) -> bits(policy, row, word) & ~bitsOfOther(other, row, word));
  }

  /** The requests that several policies of the effect match, of which no two are alike. */
  private BitMatrix shared(Effect effect) {
    BitMatrix once = new BitMatrix(truth.classes().rows(), truth.classes().columns());
    BitMatrix twice = new BitMatrix(truth.classes().rows(), truth.classes().columns());
    policies()
        .filter(policy -> effect(policy) == effect && firstAlike(policy) == policy)
        .forEach(policy -> add(policy, once, twice));
    return twice;
  }

  private void add(int policy, BitMatrix once, BitMatrix twice) {
    forEach(
        policy,
        (row, word) -> {
          twice.or(row, word, once.word(row, word) & bits(policy, row, word));
          once.or(row, word, bits(policy, row, word));
        });
  }

  /** Equal where policies match the same requests, and hardly ever elsewhere. */
  private long fingerprint(int policy) {
    long[] sum = {0};
    forEach(
        policy,
        (row, word) -> {
          long bits = bits(policy, row, word);
          long place = (long) row * words + word + 1;
          sum[0] += bits == 0 ? 0 : Long.rotateLeft(bits * 0x9e3779b97f4a7c15L, 31) * place ^ place;
        });
    return sum[0];
  }

  private boolean isMatched(int policy) {
    return any(policy, (row, word) -> bits(policy, row, word));
  }

  /** The requests that the policy matches, in one of its rows. */
  private long bits(int policy, int row, int word) {
    return truth.footprint(policy).columns(row, word) & truth.classes().existing(row, word);
  }

  /** Those that a policy matches in a row of another, of which there may be none. */
  private long bitsOfOther(int other, int row, int word) {
    return truth.footprint(other).columnsIfMatched(row, word);
  }

  private Effect effect(int policy) {
    return truth.policy(policy).effect();
  }

  private IntStream policies() {
    return IntStream.range(0, truth.policies().size());
  }

  private boolean any(int policy, Bits bits) {
    return truth.footprint(policy).anyRow(row -> anyWord(row, bits));
  }

  private boolean anyWord(int row, Bits bits) {
    for (int word = 0; word < words; word++) {
      if (bits.at(row, word) != 0) {
        return true;
      }
    }
    return false;
  }

  private void forEach(int policy, Place action) {
    truth
        .footprint(policy)
        .forEachRow(
            row -> {
              for (int word = 0; word < words; word++) {
                action.at(row, word);
              }
            });
  }

  @FunctionalInterface
  private interface Bits {
    long at(int row, int word);
  }

  @FunctionalInterface
  private interface Place {
    void at(int row, int word);
  }
}
