/**
 * The grants of the token service, one class each, and the requests that ask for them; nothing of
 * resources.
 */
@NullMarked
package dev.onbehalf.token.grant;

import org.jspecify.annotations.NullMarked;
