package dev.onbehalf.scenario.yaml;

import dev.onbehalf.text.PrintableText;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** Puts the errors of the YAML parser into words that help. */
final class YamlErrors {
  private static final String SCANNING_QUOTED = "quoted scalar";

  private YamlErrors() {}

  static Span span(JacksonException error, YamlEvents events, SourceText source) {
    int offset = mark(error).map(Mark::getIndex).orElseGet(events::start);
    return source.wordAt(Math.max(0, Math.min(offset, source.length() - 1)));
  }

  private static Optional<Mark> mark(JacksonException error) {
    if (error.getCause() instanceof MarkedYamlEngineException marked) {
      return isUnclosed(marked) ? marked.getContextMark() : marked.getProblemMark();
    }
    return Optional.empty();
  }

  private static boolean isUnclosed(MarkedYamlEngineException error) {
    return error.getContext() != null
        && error.getContext().contains(SCANNING_QUOTED)
        && error.getProblem().startsWith("found unexpected");
  }

  static String message(JacksonException error, YamlEvents events, SourceText source) {
    if (error.getCause() instanceof MarkedYamlEngineException marked) {
      return isUnclosed(marked) ? "the closing quote is missing" : known(marked.getProblem());
    }
    String property = YamlChecks.property(source.at(events.start()));
    return property.isEmpty() ? unmarked(error) : property;
  }

  private static String unmarked(JacksonException error) {
    String problem = error.getOriginalMessage();
    return problem.startsWith("Expected a property name")
        ? "a key must be text, not a list or a map"
        : "this is not YAML: " + oneLine(problem);
  }

  private static String known(String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "unexpected `:`; put a text with `: ` in quotes, or mend the indentation";
    }
    if (problem.contains("TAB")) {
      return "unexpected tab; indent with spaces";
    }
    if (problem.contains("cannot start any token")) {
      return "no text begins with this character; put it in quotes";
    }
    if (problem.contains("escape character") || problem.contains("hexadecimal")) {
      return "unknown escape; in double quotes write `\\\\` for a backslash";
    }
    return knownStructure(problem);
  }

  private static String knownStructure(String problem) {
    if (problem.contains("expected '<document start>'")) {
      return "a scenario is one document; expected the end of the file";
    }
    if (problem.contains("<block end>")) {
      return "this does not continue what stands above; mend the indentation";
    }
    if (problem.endsWith("but got [")) {
      return "unexpected `[`; put a range such as `u[1..9]` in quotes";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "expected a `:` after the key";
    }
    return "this is not YAML: " + oneLine(problem);
  }

  private static String oneLine(String problem) {
    StringBuilder line = new StringBuilder();
    problem.codePoints().limit(200).forEach(c -> line.append(PrintableText.visible(c)));
    return line.toString().toLowerCase(Locale.ROOT).replace('\'', '`');
  }
}
