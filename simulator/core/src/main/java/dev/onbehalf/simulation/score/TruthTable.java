package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.BitSet;
import java.util.List;

/** What the policies say of every request, and the scope of each policy. */
public final class TruthTable {
  private final List<Policy> policies;
  private final DefaultEffect defaultEffect;
  private final RequestClasses classes;
  private final List<Footprint> footprints;
  private final BitMatrix permitted;
  private final BitMatrix denied;
  private final long[] scopes;

  public TruthTable(Scenario scenario) {
    this(scenario.policies(), scenario.defaultEffect(), new RequestClasses(scenario));
  }

  /** The table in which one can tell who is who, and which resource is which. */
  public static TruthTable apart(Scenario scenario) {
    return new TruthTable(
        scenario.policies(), scenario.defaultEffect(), RequestClasses.apart(scenario));
  }

  /** What the policies say of requests in these classes. */
  public TruthTable(List<Policy> policies, DefaultEffect defaultEffect, RequestClasses classes) {
    this.policies = List.copyOf(policies);
    this.defaultEffect = defaultEffect;
    this.classes = classes;
    FootprintFactory factory = new FootprintFactory(classes);
    footprints = policies.stream().map(factory::footprint).toList();
    permitted = new BitMatrix(classes.rows(), classes.columns());
    denied = new BitMatrix(classes.rows(), classes.columns());
    markMatched();
    settle();
    scopes = new long[policies.size()];
    for (int i = 0; i < scopes.length; i++) {
      scopes[i] = count(i);
    }
  }

  /** A class of requests: a row and a column. */
  public record Cell(int row, int column) {}

  private void markMatched() {
    for (int i = 0; i < footprints.size(); i++) {
      Footprint footprint = footprints.get(i);
      BitMatrix matrix = matrix(policy(i).effect());
      footprint.forEachRow(row -> mark(footprint, row, matrix));
    }
  }

  /** The requests of which is true what the effect says. */
  private BitMatrix matrix(Effect effect) {
    return effect.truth() == Truth.PERMITTED ? permitted : denied;
  }

  private static void mark(Footprint footprint, int row, BitMatrix matrix) {
    for (int word = 0; word < matrix.wordsPerRow(); word++) {
      matrix.or(row, word, footprint.columns(row, word));
    }
  }

  private void settle() {
    for (int row = 0; row < classes.rows(); row++) {
      for (int word = 0; word < permitted.wordsPerRow(); word++) {
        settle(row, word);
      }
    }
  }

  /** The rule of {@link Scenario#ruling}, for all requests of the word at once. */
  private void settle(int row, int word) {
    long open = classes.existing(row, word);
    for (Effect effect : Effect.values()) {
      matrix(effect).and(row, word, open);
      open &= ~matrix(effect).word(row, word);
    }
    if (defaultEffect.truth() == Truth.DENIED) {
      denied.or(row, word, open);
    }
  }

  private long count(int policy) {
    long[] scope = {0};
    footprints
        .get(policy)
        .forEachRow(
            row -> {
              for (int word = 0; word < permitted.wordsPerRow(); word++) {
                scope[0] += classes.weight(row) * classes.weigh(word, scope(policy, row, word));
              }
            });
    return scope[0];
  }

  public RequestClasses classes() {
    return classes;
  }

  /** How many classes of requests there are. */
  public long cells() {
    return (long) classes.rows() * classes.columns();
  }

  public List<Policy> policies() {
    return policies;
  }

  public Policy policy(int index) {
    return policies.get(index);
  }

  public Footprint footprint(int policy) {
    return footprints.get(policy);
  }

  public BitMatrix permitted() {
    return permitted;
  }

  public BitMatrix denied() {
    return denied;
  }

  /** The requests of a row that are in the policy's scope, as a word of bits. */
  long scope(int policy, int row, int word) {
    return footprints.get(policy).columns(row, word)
        & matrix(policy(policy).effect()).word(row, word);
  }

  /** The columns at which something is in the policy's scope. */
  public BitSet scope(int policy) {
    return columns(policy, (row, word) -> scope(policy, row, word));
  }

  /** The columns that some row of the policy has. */
  BitSet columns(int policy, WordOfRow bits) {
    long[] columns = new long[permitted.wordsPerRow()];
    footprint(policy)
        .forEachRow(
            row -> {
              for (int word = 0; word < columns.length; word++) {
                columns[word] |= bits.at(row, word);
              }
            });
    return BitSet.valueOf(columns);
  }

  /** A word of bits for every row. */
  @FunctionalInterface
  interface WordOfRow {
    long at(int row, int word);
  }

  /** How many requests are in the policy's scope. */
  public long scopeSize(int policy) {
    return scopes[policy];
  }

  public boolean isVacuous(int policy) {
    return scopes[policy] == 0;
  }

  public Truth truth(Request request) {
    int row = classes.rowOf(request);
    int column = classes.columnOf(request);
    if (denied.get(row, column)) {
      return Truth.DENIED;
    }
    return permitted.get(row, column) ? Truth.PERMITTED : Truth.UNSPECIFIED;
  }
}
