/**
 * How the program starts: where it pays off, in a Java process of its own that starts sooner.
 * Nothing of what it does, and no class but Java's own, since each delays the start.
 */
@NullMarked
package dev.onbehalf.cli.launch;

import org.jspecify.annotations.NullMarked;
