/**
 * What an access token grants to whom, before and after it is verified (RFC 9068); nothing of how
 * it is requested.
 */
@NullMarked
package dev.onbehalf.token.access;

import org.jspecify.annotations.NullMarked;
