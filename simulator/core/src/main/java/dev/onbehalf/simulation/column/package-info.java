/**
 * The exact score target by target, each in a small world of its own, so that the number of
 * requests doesn't matter. Tables of requests are those of the score.
 */
@NullMarked
package dev.onbehalf.simulation.column;

import org.jspecify.annotations.NullMarked;
