/** Many scenarios at once: where they come from, and the table that they make. */
@NullMarked
package dev.onbehalf.cli.sweep;

import org.jspecify.annotations.NullMarked;
