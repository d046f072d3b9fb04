/** The command line: the only place for files, console, clock and exit codes. */
@NullMarked
package dev.onbehalf.cli;

import org.jspecify.annotations.NullMarked;
