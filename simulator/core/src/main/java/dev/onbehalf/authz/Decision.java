package dev.onbehalf.authz;

/** What the policy engine can say on the evidence it has. */
public enum Decision {
  PERMIT,
  DENY,
  /** Some requests that show this evidence are permitted and some are denied. */
  INDETERMINATE
}
