/** Classes of requests, the exact score and what must be known; nothing of tokens. */
@NullMarked
package dev.onbehalf.simulation.score;

import org.jspecify.annotations.NullMarked;
