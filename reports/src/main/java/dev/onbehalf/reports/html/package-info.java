/** The pages that people open: results as self-contained HTML; no files, no console, no clock. */
@NullMarked
package dev.onbehalf.reports.html;

import org.jspecify.annotations.NullMarked;
