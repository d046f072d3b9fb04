/**
 * The records, enums and words of results, and how a run ends that has none; nothing of how they
 * come about.
 */
@NullMarked
package dev.onbehalf.simulation.result;

import org.jspecify.annotations.NullMarked;
