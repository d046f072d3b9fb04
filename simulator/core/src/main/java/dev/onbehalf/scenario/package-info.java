/**
 * Users, agents, resources and policies as values, requests and the one truth; nothing of files,
 * tokens or strategies.
 */
@NullMarked
package dev.onbehalf.scenario;

import org.jspecify.annotations.NullMarked;
