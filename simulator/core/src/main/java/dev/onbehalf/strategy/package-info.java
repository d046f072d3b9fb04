/** The service provider interface of credential strategies; nothing of scenarios or policies. */
@NullMarked
package dev.onbehalf.strategy;

import org.jspecify.annotations.NullMarked;
