/** Connections to the addresses that a user gives, and to no others. */
@NullMarked
package dev.onbehalf.cli.http;

import org.jspecify.annotations.NullMarked;
