package dev.onbehalf.jmh;

/** Something to be timed; what it returns shows that it was done. */
@FunctionalInterface
interface Work {
  Object run() throws Exception;
}
