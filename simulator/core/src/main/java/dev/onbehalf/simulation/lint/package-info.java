/**
 * What a valid scenario says in vain or by mistake, as warnings at their places in the file;
 * nothing of strategies.
 */
@NullMarked
package dev.onbehalf.simulation.lint;

import org.jspecify.annotations.NullMarked;
