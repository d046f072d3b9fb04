/** Real calls with real tokens, by honest and by cheating callers; nothing of verdicts. */
@NullMarked
package dev.onbehalf.simulation.live;

import org.jspecify.annotations.NullMarked;
