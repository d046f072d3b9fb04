/** What the roles and clients of a Keycloak realm say; nothing of other products. */
@NullMarked
package dev.onbehalf.products.keycloak;

import org.jspecify.annotations.NullMarked;
