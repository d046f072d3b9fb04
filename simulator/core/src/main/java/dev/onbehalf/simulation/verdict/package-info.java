/**
 * Witnesses, the verdict and what it rests on, expectations and costs; nothing of how they are
 * shown.
 */
@NullMarked
package dev.onbehalf.simulation.verdict;

import org.jspecify.annotations.NullMarked;
