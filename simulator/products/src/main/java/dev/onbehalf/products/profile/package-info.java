/**
 * What the token services of products put into tokens and what they refuse, claim by claim with its
 * source; nothing of what scenarios make of it.
 */
@NullMarked
package dev.onbehalf.products.profile;

import org.jspecify.annotations.NullMarked;
