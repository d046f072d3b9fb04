/** The records and words of results; nothing of how they come about. */
@NullMarked
package dev.onbehalf.simulation.result;

import org.jspecify.annotations.NullMarked;
