package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Proof;
import java.util.List;
import java.util.Map;

/**
 * What decides a score: strategies that share it are scored once.
 *
 * @param cheats what cheating callers can show, by the pattern of the request
 */
public record Shown(Proof proof, Map<RouteShape.Pattern, List<RouteShape>> cheats) {}
