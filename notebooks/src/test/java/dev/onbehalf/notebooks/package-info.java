/** Runs the notebooks from start to end, as their reader would. */
@NullMarked
package dev.onbehalf.notebooks;

import org.jspecify.annotations.NullMarked;
