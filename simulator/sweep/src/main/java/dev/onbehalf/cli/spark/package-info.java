/** A sweep on Apache Spark; nobody uses it, and nothing of it is in {@code sim.jar}. */
@NullMarked
package dev.onbehalf.cli.spark;

import org.jspecify.annotations.NullMarked;
