/** Scenarios as tests of somebody's own build: reads files, runs them, and prints nothing. */
@NullMarked
package dev.onbehalf.junit;

import org.jspecify.annotations.NullMarked;
