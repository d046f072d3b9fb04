package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.List;

/** What the policies say of every request, and the scope of each policy. */
public final class TruthTable {
  private final Scenario scenario;
  private final RequestClasses classes;
  private final List<Footprint> footprints;
  private final BitMatrix permitted;
  private final BitMatrix denied;
  private final long[] scopes;

  public TruthTable(Scenario scenario) {
    this.scenario = scenario;
    classes = new RequestClasses(scenario);
    FootprintFactory factory = new FootprintFactory(classes);
    footprints = scenario.policies().stream().map(factory::footprint).toList();
    permitted = new BitMatrix(classes.rows(), classes.columns());
    denied = new BitMatrix(classes.rows(), classes.columns());
    mark(Effect.MAY_NOT, denied);
    mark(Effect.MAY, permitted);
    settle();
    scopes = new long[scenario.policies().size()];
    for (int i = 0; i < scopes.length; i++) {
      scopes[i] = scope(i);
    }
  }

  private void mark(Effect effect, BitMatrix matrix) {
    for (int i = 0; i < footprints.size(); i++) {
      if (policy(i).effect() == effect) {
        Footprint footprint = footprints.get(i);
        footprint.forEachRow(row -> mark(footprint, row, matrix));
      }
    }
  }

  private static void mark(Footprint footprint, int row, BitMatrix matrix) {
    for (int word = 0; word < footprint.words(); word++) {
      matrix.or(row, word, footprint.columns(word));
    }
  }

  private void settle() {
    for (int row = 0; row < classes.rows(); row++) {
      for (int word = 0; word < permitted.wordsPerRow(); word++) {
        permitted.and(row, word, ~denied.word(row, word));
        if (scenario.defaultEffect() == DefaultEffect.DENY) {
          denied.or(row, word, ~permitted.word(row, word) & classes.existing(word));
        }
      }
    }
  }

  private long scope(int policy) {
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

  List<Policy> policies() {
    return scenario.policies();
  }

  public Policy policy(int index) {
    return scenario.policies().get(index);
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
    BitMatrix own = policy(policy).effect() == Effect.MAY ? permitted : denied;
    return footprints.get(policy).columns(word) & own.word(row, word);
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
