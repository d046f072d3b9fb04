/**
 * What strategies enforced when the server of a product issued their tokens, as tests saved it;
 * nothing here starts a server.
 */
@NullMarked
package dev.onbehalf.products.results;

import org.jspecify.annotations.NullMarked;
