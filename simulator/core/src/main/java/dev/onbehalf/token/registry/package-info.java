/** Who is registered at the token service, and who has consented to what; nothing of tokens. */
@NullMarked
package dev.onbehalf.token.registry;

import org.jspecify.annotations.NullMarked;
