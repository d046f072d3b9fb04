/** What is said to servers and what comes back; nothing here opens a connection. */
@NullMarked
package dev.onbehalf.products.http;

import org.jspecify.annotations.NullMarked;
