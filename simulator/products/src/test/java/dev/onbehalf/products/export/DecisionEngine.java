package dev.onbehalf.products.export;

import java.util.List;

/** A policy engine of others that has read an export for one point. */
interface DecisionEngine {
  /** What it says of a question, which has a value for every field in their order. */
  Verdict decide(List<String> question);
}
