/** What calls that happened would have needed; nothing of policies of other products. */
@NullMarked
package dev.onbehalf.products.log;

import org.jspecify.annotations.NullMarked;
