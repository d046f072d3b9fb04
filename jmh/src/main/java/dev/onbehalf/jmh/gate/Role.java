package dev.onbehalf.jmh.gate;

/** What a build is in a comparison; ratios are to the first of those that take part. */
public enum Role {
  BASELINE,
  CANDIDATE,
  /** The baseline once more: whatever it differs by is noise. */
  TWIN
}
