package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Request;

/**
 * A permitted and a denied request that show the same evidence.
 *
 * @param evidenceClass the class in which both are seen
 * @param cheating whether the agent of the denied one must cheat for it
 */
record WitnessPair(Request permitted, Request denied, int evidenceClass, boolean cheating) {}
