/** Spring Authorization Server: what it takes to issue what a strategy presents. */
@NullMarked
package dev.onbehalf.products.springsecurity;

import org.jspecify.annotations.NullMarked;
