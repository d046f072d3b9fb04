/** Results read and written as JSON; nothing of how they are computed. */
@NullMarked
package dev.onbehalf.reports;

import org.jspecify.annotations.NullMarked;
