/**
 * Real calls with real tokens, by honest callers and by cheating ones with every combination of
 * what they hold; nothing of verdicts.
 */
@NullMarked
package dev.onbehalf.simulation.live;

import org.jspecify.annotations.NullMarked;
