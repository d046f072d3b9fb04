/**
 * The regression gate as a command: what to compare, in which processes, and how it is said;
 * nothing of scenarios.
 */
@NullMarked
package dev.onbehalf.cli.gate;

import org.jspecify.annotations.NullMarked;
