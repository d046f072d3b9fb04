/**
 * From the tree of a file to a scenario, its sentences to policies, or to all that is wrong with it
 * at once; nothing of tokens or results.
 */
@NullMarked
package dev.onbehalf.scenario.reading;

import org.jspecify.annotations.NullMarked;
