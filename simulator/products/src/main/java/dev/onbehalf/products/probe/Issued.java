package dev.onbehalf.products.probe;

import dev.onbehalf.token.jose.CompactToken;
import java.util.Optional;

/**
 * A token that was issued.
 *
 * @param lifetime how many seconds it lives, if that was said
 */
record Issued(CompactToken token, Optional<Long> lifetime) {}
