/**
 * Asks policy engines over the OpenID AuthZEN Authorization API 1.0; opens no connection itself.
 */
@NullMarked
package dev.onbehalf.products.authzen;

import org.jspecify.annotations.NullMarked;
