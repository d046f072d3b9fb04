/** Runs the regression gate in processes of its own; nothing of scenarios. */
@NullMarked
package dev.onbehalf.cli.gate;

import org.jspecify.annotations.NullMarked;
