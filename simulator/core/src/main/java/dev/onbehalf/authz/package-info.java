/**
 * Evidence, what a strategy declares it proves, and the policy decision point; nothing of
 * strategies.
 */
@NullMarked
package dev.onbehalf.authz;

import org.jspecify.annotations.NullMarked;
