/**
 * Traffic, caches and queues on a virtual clock: what credentials cost per access; nothing of
 * policies.
 */
@NullMarked
package dev.onbehalf.simulation.workload;

import org.jspecify.annotations.NullMarked;
