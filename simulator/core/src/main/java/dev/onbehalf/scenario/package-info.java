/**
 * Users, agents, resources and policies as values, when a policy matches, and the one truth of
 * requests ({@code Scenario.truth}); nothing of files, tokens or evidence.
 */
@NullMarked
package dev.onbehalf.scenario;

import org.jspecify.annotations.NullMarked;
