/** Files, console and exit codes; nothing of scenarios or commands. */
@NullMarked
package dev.onbehalf.cli.console;

import org.jspecify.annotations.NullMarked;
