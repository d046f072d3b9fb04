/** Kerberos: tickets, what a KDC vouches for in them, and who verifies them; no other tokens. */
@NullMarked
package dev.onbehalf.token.kerberos;

import org.jspecify.annotations.NullMarked;
