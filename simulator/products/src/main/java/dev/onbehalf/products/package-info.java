/** The formats that can be imported, by their names; no files, no console. */
@NullMarked
package dev.onbehalf.products;

import org.jspecify.annotations.NullMarked;
