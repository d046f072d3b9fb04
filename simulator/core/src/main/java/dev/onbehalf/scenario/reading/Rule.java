package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.PathPattern;
import java.util.Map;
import java.util.Set;

/** What a policy sentence says. */
record Rule(
    Effect effect,
    Set<String> users,
    Set<String> actions,
    Set<String> resources,
    PathPattern path,
    Map<String, Set<String>> conditions) {}
