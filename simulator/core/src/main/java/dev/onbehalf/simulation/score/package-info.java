/**
 * Classes of requests, what leaks, what withstands cheating and what must be known, exactly;
 * nothing of tokens.
 */
@NullMarked
package dev.onbehalf.simulation.score;

import org.jspecify.annotations.NullMarked;
