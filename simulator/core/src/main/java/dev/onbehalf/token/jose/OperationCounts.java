package dev.onbehalf.token.jose;

/** How many signatures, verifications and round trips to the token service were made. */
public record OperationCounts(long signatures, long verifications, long roundTrips) {
  /** Both together. */
  public OperationCounts plus(OperationCounts other) {
    return new OperationCounts(
        signatures + other.signatures,
        verifications + other.verifications,
        roundTrips + other.roundTrips);
  }

  /** What was added since an earlier reading. */
  public OperationCounts since(OperationCounts earlier) {
    return new OperationCounts(
        signatures - earlier.signatures,
        verifications - earlier.verifications,
        roundTrips - earlier.roundTrips);
  }
}
