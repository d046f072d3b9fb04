/** Results as text of a terminal; no files, no console. */
@NullMarked
package dev.onbehalf.reports.terminal;

import org.jspecify.annotations.NullMarked;
