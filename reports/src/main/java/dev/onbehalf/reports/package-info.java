/** Renderings of the result records; nothing of strategies, tokens, files or the console. */
@NullMarked
package dev.onbehalf.reports;

import org.jspecify.annotations.NullMarked;
