package dev.onbehalf.token.jose;

/** Counts operations where they happen; what is counted is not declared by anyone. */
public final class OperationMeter {
  private long signatures;
  private long verifications;
  private long roundTrips;

  void countSignature() {
    signatures++;
  }

  void countVerification() {
    verifications++;
  }

  /** One more request was sent and answered. */
  public void countRoundTrip() {
    roundTrips++;
  }

  /** The counts so far. */
  public OperationCounts counts() {
    return new OperationCounts(signatures, verifications, roundTrips);
  }
}
