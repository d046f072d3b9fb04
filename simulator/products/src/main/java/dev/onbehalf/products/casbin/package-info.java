/** What a model of Casbin and its policy say; nothing of other products. */
@NullMarked
package dev.onbehalf.products.casbin;

import org.jspecify.annotations.NullMarked;
