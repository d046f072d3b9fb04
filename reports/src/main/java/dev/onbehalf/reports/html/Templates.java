package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Charts;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fills templates; whatever comes from a scenario is escaped by the template engine. The engine
 * sees public types only, which is why the records of the models are public.
 */
public final class Templates {
  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  /** Fills the template with the model and the stylesheet. */
  static String render(String template, Map<String, Object> model) {
    Map<String, Object> complete = new HashMap<>(model);
    complete.put("stylesheet", Charts.markup(Stylesheet.TEXT));
    complete.put("policy", Stylesheet.contentSecurityPolicy());
    StringWriter page = new StringWriter();
    try {
      load(template).process(complete, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template `" + template + "` doesn't fit its model", e);
    }
    return page.toString();
  }

  /** The template; it is read once. */
  static Template load(String template) {
    try {
      return CONFIGURATION.getTemplate(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Templates.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat(",##0.##");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    return configuration;
  }
}
