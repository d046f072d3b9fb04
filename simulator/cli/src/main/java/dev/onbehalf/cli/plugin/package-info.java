/** Loads strategies that others wrote, and keeps them apart; nothing of scenarios or commands. */
@NullMarked
package dev.onbehalf.cli.plugin;

import org.jspecify.annotations.NullMarked;
