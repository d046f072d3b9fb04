/** What a scenario's points enforce, as policies of Cerbos. */
@NullMarked
package dev.onbehalf.products.cerbos;

import org.jspecify.annotations.NullMarked;
