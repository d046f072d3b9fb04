/** What role-based access control of Kubernetes says; nothing of other products. */
@NullMarked
package dev.onbehalf.products.kubernetes;

import org.jspecify.annotations.NullMarked;
