/**
 * Agents as workloads: identities, proofs of possession, certificates and TLS; nothing of grants.
 */
@NullMarked
package dev.onbehalf.token.workload;

import org.jspecify.annotations.NullMarked;
