/** A scenario in the making: names that it can hold, sentences, and what was lost on the way. */
@NullMarked
package dev.onbehalf.products.draft;

import org.jspecify.annotations.NullMarked;
