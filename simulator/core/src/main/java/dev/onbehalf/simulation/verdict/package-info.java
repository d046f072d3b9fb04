/**
 * What is made of scores: witnesses, the verdict and its sentence, expectations and costs; nothing
 * of terminals and pages.
 */
@NullMarked
package dev.onbehalf.simulation.verdict;

import org.jspecify.annotations.NullMarked;
