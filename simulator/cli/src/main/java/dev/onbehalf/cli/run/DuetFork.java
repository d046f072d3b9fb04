package dev.onbehalf.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.jmh.gate.Duet;
import dev.onbehalf.jmh.gate.ForkProcess;
import java.io.IOException;

/** The process in which the gate measures: a plan comes in, and a line with the result goes out. */
public final class DuetFork {
  private DuetFork() {}

  /** Carries out the plan on standard input. */
  public static void main(String[] args) throws Exception {
    System.out.println(ForkProcess.answer(Duet.run(ForkProcess.plan(input()))));
  }

  private static String input() throws IOException {
    return new String(System.in.readAllBytes(), UTF_8);
  }
}
