/**
 * What becomes of calls when somebody asks who acted, revokes, steals or misleads, computed on
 * classes of requests; nothing is played here.
 */
@NullMarked
package dev.onbehalf.simulation.attack;

import org.jspecify.annotations.NullMarked;
