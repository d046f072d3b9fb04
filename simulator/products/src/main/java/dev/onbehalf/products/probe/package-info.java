/**
 * What a token service puts into tokens and what it refuses, asked of it; no secret or token of it
 * is shown or kept, and connections are opened by others.
 */
@NullMarked
package dev.onbehalf.products.probe;

import org.jspecify.annotations.NullMarked;
