/** Macaroons, their caveats and their verifier; nothing of other tokens. */
@NullMarked
package dev.onbehalf.token.macaroon;

import org.jspecify.annotations.NullMarked;
