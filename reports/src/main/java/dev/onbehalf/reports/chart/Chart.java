package dev.onbehalf.reports.chart;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;

/**
 * One chart.
 *
 * @param name what its file is named after
 * @param drawing the markup, or nothing when it couldn't be drawn
 * @param file the drawing as a document of its own; empty when it couldn't be drawn
 * @param failure why it couldn't be drawn; empty when it could
 */
public record Chart(
    String name,
    String caption,
    List<TemplateHTMLOutputModel> drawing,
    String file,
    String failure) {}
