/** Benchmarks of what credentials cost, run in Java processes of their own; nothing of results. */
@NullMarked
package dev.onbehalf.jmh;

import org.jspecify.annotations.NullMarked;
