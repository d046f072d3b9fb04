/** Files, console and environment of the program; nothing of scenarios or commands. */
@NullMarked
package dev.onbehalf.cli.console;

import org.jspecify.annotations.NullMarked;
