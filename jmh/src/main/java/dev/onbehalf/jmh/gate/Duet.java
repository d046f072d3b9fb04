package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.jmh.gate.Purpose.Calls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures builds in alternation within this process, so that whatever slows the machine down slows
 * all of them. Every order is random: with a fixed one, a side would always pay for the other.
 */
public final class Duet {
  private static final long TOKENS = 10_000;
  private static final int BURN_WARM_UP = 200;

  private final ForkPlan plan;
  private final Random random;
  private final SilentSignatures silence;
  private final Map<Role, Side> sides = new EnumMap<>(Role.class);
  private final List<Role> loaded = new ArrayList<>();

  private Duet(ForkPlan plan, SilentSignatures silence) {
    this.plan = plan;
    this.silence = silence;
    random = new Random(plan.seed());
  }

  /**
   * Carries out the plan.
   *
   * @throws Exception when a build can't be loaded or a call fails
   */
  public static ForkResult run(ForkPlan plan) throws Exception {
    SilentSignatures silence = SilentSignatures.install();
    try {
      return new Duet(plan, silence).run();
    } finally {
      silence.uninstall();
    }
  }

  private ForkResult run() throws Exception {
    try {
      for (Build build : shuffled(plan.sides())) {
        sides.put(build.role(), Side.load(build.classPath()));
        loaded.add(build.role());
      }
      List<Reading> readings = new ArrayList<>();
      for (Row row : shuffled(plan.rows())) {
        readings.addAll(measure(row));
      }
      return new ForkResult(readings, loaded);
    } finally {
      for (Side side : sides.values()) {
        side.close();
      }
    }
  }

  private List<Reading> measure(Row row) throws Exception {
    long start = System.nanoTime();
    Calls calls = plan.purpose().calls(row.benchmark());
    silence.switchTo(row.benchmark().silent());
    List<Contender> contenders = contenders(row);
    warmUp(contenders, calls.warmUp());
    int repetitions = repetitions(contenders.get(0));
    burden(contenders);
    contenders.forEach(Contender::restart);
    for (int round = 0; round < calls.rounds(); round++) {
      for (Contender contender : shuffled(contenders)) {
        contender.block(repetitions);
      }
    }
    contenders.forEach(Contender::validate);
    double seconds = (System.nanoTime() - start) / 1e9;
    return contenders.stream()
        .map(contender -> reading(row, contender, contenders.get(0), seconds))
        .toList();
  }

  /** All sides, in the order of the plan but set up in a random one. */
  private List<Contender> contenders(Row row) throws IncomparableException {
    Map<Role, Contender> contenders = new EnumMap<>(Role.class);
    for (Map.Entry<Role, Side> side : shuffled(List.copyOf(sides.entrySet()))) {
      Role role = side.getKey();
      contenders.put(role, new Contender(role, side.getValue().call(row.strategy())));
    }
    return List.copyOf(contenders.values());
  }

  private void warmUp(List<Contender> contenders, int calls) throws Exception {
    int atOnce = Math.max(1, calls / 20);
    for (int done = 0; done < calls; done += atOnce) {
      for (Contender contender : shuffled(contenders)) {
        contender.block(atOnce);
      }
    }
  }

  /** The same number for all sides, from how long the first one takes. */
  private int repetitions(Contender first) throws Exception {
    first.restart();
    for (int i = 0; i < 9; i++) {
      first.block(1);
    }
    return (int) Math.max(1, Math.ceil(plan.purpose().blockNanos() / first.nanos()));
  }

  private void burden(List<Contender> contenders) throws Exception {
    for (Build build : plan.sides()) {
      if (build.slowdown() > 0) {
        long tokens = tokens(build.slowdown() * contenders.get(0).nanos());
        contenders.stream()
            .filter(contender -> contender.role() == build.role())
            .forEach(contender -> contender.burden(tokens));
      }
    }
  }

  /** How many tokens of burnt work last for so many nanoseconds. */
  private static long tokens(double nanos) throws Exception {
    Contender burning =
        new Contender(
            Role.BASELINE,
            () -> {
              Blackhole.consumeCPU(TOKENS);
              return "";
            });
    burning.block(BURN_WARM_UP);
    burning.restart();
    for (int i = 0; i < BURN_WARM_UP; i++) {
      burning.block(1);
    }
    return Math.round(nanos * TOKENS / burning.nanos());
  }

  private static Reading reading(Row row, Contender contender, Contender first, double seconds) {
    return new Reading(
        row,
        contender.role(),
        contender.logRatioTo(first),
        contender.nanos(),
        contender.bytes(),
        seconds);
  }

  private <T> List<T> shuffled(List<T> values) {
    List<T> copy = new ArrayList<>(values);
    Collections.shuffle(copy, random);
    return copy;
  }
}
