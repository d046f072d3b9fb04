/**
 * From the tree to a scenario, or to all that is wrong with it at once; nothing of tokens or
 * results.
 */
@NullMarked
package dev.onbehalf.scenario.reading;

import org.jspecify.annotations.NullMarked;
