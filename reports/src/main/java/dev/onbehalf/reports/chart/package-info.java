/** Charts as inline SVG; nothing of which figure shows what. */
@NullMarked
package dev.onbehalf.reports.chart;

import org.jspecify.annotations.NullMarked;
