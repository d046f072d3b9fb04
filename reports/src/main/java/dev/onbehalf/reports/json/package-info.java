/** The result file: written, read back, or refused; nothing of how results are computed. */
@NullMarked
package dev.onbehalf.reports.json;

import org.jspecify.annotations.NullMarked;
