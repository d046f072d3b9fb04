package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;

/** What one point that a call passes sees of it. */
public record Visit(Point point, Evidence evidence) {}
