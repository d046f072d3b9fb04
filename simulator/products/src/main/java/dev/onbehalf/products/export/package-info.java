/**
 * What the policies come to at each enforcement point, as far as it can see; nothing of a product.
 */
@NullMarked
package dev.onbehalf.products.export;

import org.jspecify.annotations.NullMarked;
