package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.strategy.VerifiedPresentation;

/** What a point found good, and what it takes from it. */
record Examined(VerifiedPresentation presentation, Evidence evidence) {}
