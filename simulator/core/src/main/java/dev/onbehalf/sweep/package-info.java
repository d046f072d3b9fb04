/**
 * Many scenarios at once: which there are, and what is found of one; neither how they are spread
 * over machines nor what their table looks like.
 */
@NullMarked
package dev.onbehalf.sweep;

import org.jspecify.annotations.NullMarked;
