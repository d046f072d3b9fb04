/** What policies of AWS Identity and Access Management say; nothing of other products. */
@NullMarked
package dev.onbehalf.products.aws;

import org.jspecify.annotations.NullMarked;
