/**
 * Tokens before and after verification, the embedded token service, keys and the verifier; nothing
 * of scenarios.
 */
@NullMarked
package dev.onbehalf.token;

import org.jspecify.annotations.NullMarked;
