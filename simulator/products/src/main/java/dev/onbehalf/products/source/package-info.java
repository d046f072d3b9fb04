/** Files of other products as trees whose every part knows its place; nothing of what they mean. */
@NullMarked
package dev.onbehalf.products.source;

import org.jspecify.annotations.NullMarked;
