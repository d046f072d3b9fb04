package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.authz.Point;

/** What one point that a call passes sees of it. */
public record Visit(Point point, Evidence evidence) {}
