/**
 * What a point knows of a call, and what a strategy declares of it; nothing of scenarios, tokens or
 * strategies.
 */
@NullMarked
package dev.onbehalf.evidence;

import org.jspecify.annotations.NullMarked;
