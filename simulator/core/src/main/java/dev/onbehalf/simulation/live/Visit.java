package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;

/** What one point that a call passes sees of it. */
public record Visit(Point point, Evidence evidence) {
  /** Whether the point sees all it needs; no request that is permitted shows less. */
  boolean isConceivable(Proof proof) {
    return proof.at(point).isShownInFullBy(evidence.deciding(proof.believed()).keySet());
  }
}
