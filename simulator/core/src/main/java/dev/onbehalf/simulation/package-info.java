/**
 * Exact scoring, the live run, witnesses, the verdict and the result records; no files, no console.
 */
@NullMarked
package dev.onbehalf.simulation;

import org.jspecify.annotations.NullMarked;
