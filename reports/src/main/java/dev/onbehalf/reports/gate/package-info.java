/** What the regression gate found, as text, Markdown and page; nothing of how it is measured. */
@NullMarked
package dev.onbehalf.reports.gate;

import org.jspecify.annotations.NullMarked;
