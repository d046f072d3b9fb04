/** What Cedar's policies, in their JSON form, say of given entities; nothing of other products. */
@NullMarked
package dev.onbehalf.products.cedar;

import org.jspecify.annotations.NullMarked;
