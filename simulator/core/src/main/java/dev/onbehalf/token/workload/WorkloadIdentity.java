package dev.onbehalf.token.workload;

import java.security.PublicKey;

/** What a workload identity token says: who the workload is, and by which key to know it. */
record WorkloadIdentity(String agent, PublicKey key) {}
