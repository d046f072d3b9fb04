/** What the relations of an OpenFGA store say; nothing of other products. */
@NullMarked
package dev.onbehalf.products.openfga;

import org.jspecify.annotations.NullMarked;
