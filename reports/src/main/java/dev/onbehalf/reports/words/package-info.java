/** The words that all renderings of a result share; nothing of how they are laid out. */
@NullMarked
package dev.onbehalf.reports.words;

import org.jspecify.annotations.NullMarked;
