package dev.onbehalf.authz;

import dev.onbehalf.scenario.Request;
import java.util.BitSet;

/**
 * A request that may be behind some evidence, standing for all that the policies treat alike.
 *
 * @param matching the positions of the policies that match it
 */
record Candidate(Request request, BitSet matching) {}
