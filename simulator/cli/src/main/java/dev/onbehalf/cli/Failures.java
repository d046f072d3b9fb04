package dev.onbehalf.cli;

import dev.onbehalf.simulation.Progress;
import dev.onbehalf.simulation.StrategyFailedException;
import java.util.ArrayList;
import java.util.List;

/** Keeps which strategies failed until the run is through and can be spoken of. */
final class Failures implements Progress {
  private final Progress progress;
  private final List<StrategyFailedException> failed = new ArrayList<>();

  /** Failures of a run that somebody else waits for. */
  Failures(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void report(String what, long done, long total) {
    progress.report(what, done, total);
  }

  @Override
  public void failed(StrategyFailedException failure) {
    failed.add(failure);
  }

  /** The failures so far, each with the name of the scenario's file. */
  List<Failure> of(String file) {
    return failed.stream().map(failure -> Failure.of(file, failure)).toList();
  }
}
