/** Results in the formats of other tools: JUnit, SARIF, Markdown and CSV; no files, no console. */
@NullMarked
package dev.onbehalf.reports.exchange;

import org.jspecify.annotations.NullMarked;
