/** What a scenario's resources enforce, as roles and row-level policies of PostgreSQL. */
@NullMarked
package dev.onbehalf.products.postgres;

import org.jspecify.annotations.NullMarked;
