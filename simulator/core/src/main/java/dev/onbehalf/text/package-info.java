/** Printable text, suggestions and numbers; nothing of scenarios, tokens or results. */
@NullMarked
package dev.onbehalf.text;

import org.jspecify.annotations.NullMarked;
