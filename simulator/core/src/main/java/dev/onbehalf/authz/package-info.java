/**
 * The policy decision point and its decisions, with the policies behind them; nothing of strategies
 * or tokens.
 */
@NullMarked
package dev.onbehalf.authz;

import org.jspecify.annotations.NullMarked;
