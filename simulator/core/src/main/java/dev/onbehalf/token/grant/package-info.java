/**
 * What the token service grants for which request, from client authentication to the token, and the
 * tokens that only a grant makes; nothing of who calls a resource.
 */
@NullMarked
package dev.onbehalf.token.grant;

import org.jspecify.annotations.NullMarked;
