/** Sweeps on disk: the files they take, the table they make, and the options that say so. */
@NullMarked
package dev.onbehalf.cli.sweep;

import org.jspecify.annotations.NullMarked;
