/** What credentials cost per access: a workload on a virtual clock; nothing of policies. */
@NullMarked
package dev.onbehalf.simulation.workload;

import org.jspecify.annotations.NullMarked;
