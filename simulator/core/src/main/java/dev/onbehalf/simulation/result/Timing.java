package dev.onbehalf.simulation.result;

import java.util.List;
import java.util.Optional;

/**
 * What the steps of one call through one agent take, as measured.
 *
 * @param mode {@code brief}, {@code quick} or {@code full}
 * @param provider who computed the signatures
 * @param signing the algorithm of the signatures
 * @param forks how many Java processes measured each step
 * @param obtain everything that gets what the call presents, with the user logged in and nothing
 *     kept from an earlier call
 * @param verify everything that the resource server does with what is presented
 * @param decide the policy decision
 * @param access all three
 * @param workload what credentials cost under the workload of the scenario when the token service
 *     works as long on each as was measured; empty where no workload was simulated
 */
public record Timing(
    String mode,
    String provider,
    String signing,
    int forks,
    Operation obtain,
    Operation verify,
    Operation decide,
    Operation access,
    Optional<WorkloadCost> workload) {
  /** This timing with what it makes of the workload. */
  public Timing with(Optional<WorkloadCost> simulated) {
    return new Timing(mode, provider, signing, forks, obtain, verify, decide, access, simulated);
  }

  /** The steps, in the order in which they are taken. */
  public List<Operation> steps() {
    return List.of(obtain, verify, decide, access);
  }

  /**
   * One step, done once.
   *
   * @param nanosPerOperation wall-clock time: the median of the medians of the forks
   * @param cpuNanosPerOperation processor time of the thread, likewise
   * @param bytesPerOperation memory that the thread allocates, likewise
   * @param multipleOfFloor the processor time as a multiple of that of the bare signatures and
   *     verifications in the step, measured in alternation with it; empty when there are none
   * @param interval of {@code nanosPerOperation}
   * @param forkNanos the median of each fork, in nanoseconds
   * @param relativeHalfWidth half the 95 % t interval over the forks, as a share of the mean: of
   *     {@code multipleOfFloor}, or of the processor time where there is no floor; empty when there
   *     was one fork alone
   * @param steadyForks in how many forks the step was in a steady state before it was timed: its
   *     last three blocks agreed within 2 %
   */
  public record Operation(
      double nanosPerOperation,
      double cpuNanosPerOperation,
      double bytesPerOperation,
      Optional<Double> multipleOfFloor,
      Optional<Double> floorNanosPerOperation,
      Interval interval,
      List<Double> forkNanos,
      Optional<Double> relativeHalfWidth,
      Optional<Integer> steadyForks) {
    public Operation {
      forkNanos = List.copyOf(forkNanos);
    }
  }

  /**
   * From the lowest to the highest median of a fork, in nanoseconds.
   *
   * @param confidence the probability that the median of such forks lies in between
   */
  public record Interval(double low, double high, double confidence) {}
}
