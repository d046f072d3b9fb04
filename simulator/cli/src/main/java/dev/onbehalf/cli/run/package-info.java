/**
 * Runs scenario files and measures what they use, and writes the reports; nothing of options and
 * commands.
 */
@NullMarked
package dev.onbehalf.cli.run;

import org.jspecify.annotations.NullMarked;
