/** The entry: runs a scenario under strategies; no files, no console, no clock of its own. */
@NullMarked
package dev.onbehalf.simulation;

import org.jspecify.annotations.NullMarked;
