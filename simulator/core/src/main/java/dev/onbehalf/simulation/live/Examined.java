package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.strategy.VerifiedPresentation;

/** What a point found good, and what it takes from it. */
public record Examined(VerifiedPresentation presentation, Evidence evidence) {}
