package dev.onbehalf.simulation.workload;

/** Where calls come from: blocks without an end. */
@FunctionalInterface
interface CallBlocks {
  /** The calls that come next. */
  CallBlock next();
}
