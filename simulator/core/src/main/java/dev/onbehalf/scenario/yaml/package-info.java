/** From bytes to a tree whose every word knows its place; nothing of what the words mean. */
@NullMarked
package dev.onbehalf.scenario.yaml;

import org.jspecify.annotations.NullMarked;
