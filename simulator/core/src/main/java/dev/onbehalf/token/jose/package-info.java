/**
 * Keys, signing, verifying and strict JSON (RFC 7515, 7517, 7519), with what they cost and
 * remember; nothing of what a token grants.
 */
@NullMarked
package dev.onbehalf.token.jose;

import org.jspecify.annotations.NullMarked;
