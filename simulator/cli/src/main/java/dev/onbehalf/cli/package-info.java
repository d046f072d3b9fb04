/**
 * The program and its commands, one class each, with their options; files and console are in a room
 * of their own.
 */
@NullMarked
package dev.onbehalf.cli;

import org.jspecify.annotations.NullMarked;
