/**
 * The policy decision point: from evidence to a decision, with the policies behind it; nothing of
 * strategies or tokens, nor of what is true.
 */
@NullMarked
package dev.onbehalf.authz;

import org.jspecify.annotations.NullMarked;
