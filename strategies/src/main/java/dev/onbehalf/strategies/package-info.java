/** The built-in strategies, one class each; nothing of scenarios, policies or each other. */
@NullMarked
package dev.onbehalf.strategies;

import org.jspecify.annotations.NullMarked;
