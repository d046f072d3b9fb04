/**
 * The regression gate: measures two builds in one process, and decides; no files and no console.
 */
@NullMarked
package dev.onbehalf.jmh.gate;

import org.jspecify.annotations.NullMarked;
