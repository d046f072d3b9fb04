/** Runs scenario files and writes their reports; nothing of options and commands. */
@NullMarked
package dev.onbehalf.cli.run;

import org.jspecify.annotations.NullMarked;
