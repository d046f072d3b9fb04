package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as annotations of a workflow of GitHub: what is wrong, beside its line. */
public final class GithubReport {
  private GithubReport() {}

  /** A line for each finding of all scenarios, and for each strategy that failed. */
  public static String render(List<SimulationResult> results) {
    return results.stream()
        .flatMap(GithubReport::annotations)
        .map(annotation -> annotation.command() + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<Annotation> annotations(SimulationResult result) {
    return Stream.concat(
        Finding.of(result).map(Annotation::of),
        result.failed().stream().map(failure -> annotation(result, failure)));
  }

  private static Annotation annotation(SimulationResult result, FailedStrategy failure) {
    return new Annotation(
        "error",
        "strategy-failed",
        result.scenario().file(),
        Optional.empty(),
        "strategy " + ResultWords.sentence(failure));
  }
}
