package dev.onbehalf.reports.json;

import dev.onbehalf.simulation.result.SimulationResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result file says.
 *
 * @param environment where and how the run was made; empty when the file doesn't say
 */
public record ResultFile(SimulationResult result, SortedMap<String, String> environment) {
  public ResultFile {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
