/**
 * The service provider interface of credential strategies; nothing of scenarios, policies or
 * simulation.
 */
@NullMarked
package dev.onbehalf.strategy;

import org.jspecify.annotations.NullMarked;
