package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import java.math.BigInteger;
import java.util.List;

/** What there is to say of a plan, however many resources it is for. */
public interface PlanFacts {
  /** The strategies, each once. */
  List<String> strategies();

  /** For how many resources it is. */
  long served();

  /** The pieces that must be built, each once. */
  List<Machinery> machinery();

  /** Whether there is no cheaper one; else none was found. */
  boolean exact();

  /** Those of one call at each resource, together. */
  long signaturesAndRoundTrips();

  /** The standing credentials, shared ones once. */
  BigInteger credentials();
}
