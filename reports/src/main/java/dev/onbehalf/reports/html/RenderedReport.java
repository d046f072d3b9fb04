package dev.onbehalf.reports.html;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The page of a result and its charts.
 *
 * @param charts SVG documents by their file names
 */
public record RenderedReport(String page, SortedMap<String, String> charts) {
  public RenderedReport {
    charts = Collections.unmodifiableSortedMap(new TreeMap<>(charts));
  }
}
