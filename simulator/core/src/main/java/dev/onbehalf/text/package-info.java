/** Printable text and suggestions; nothing of scenarios, tokens or results. */
@NullMarked
package dev.onbehalf.text;

import org.jspecify.annotations.NullMarked;
