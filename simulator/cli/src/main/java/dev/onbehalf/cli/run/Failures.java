package dev.onbehalf.cli.run;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.StrategyFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps which strategies failed until the run is through and can be spoken of. */
public final class Failures implements Progress {
  private final Progress progress;
  private final Consumer<SimulationResult> foretold;
  private final List<StrategyFailedException> failed = new ArrayList<>();

  /** Failures of a run that somebody else waits for. */
  public Failures(Progress progress) {
    this(progress, progress::foretold);
  }

  /** Likewise, where what is computed is heard by another. */
  Failures(Progress progress, Consumer<SimulationResult> foretold) {
    this.progress = progress;
    this.foretold = foretold;
  }

  @Override
  public void foretold(SimulationResult result) {
    foretold.accept(result);
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
  public List<Failure> of(String file) {
    return failed.stream().map(failure -> Failure.of(file, failure)).toList();
  }
}
