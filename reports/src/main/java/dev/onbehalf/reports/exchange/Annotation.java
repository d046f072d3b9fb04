package dev.onbehalf.reports.exchange;

import dev.onbehalf.scenario.Position;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A remark beside a line of a file, as workflows of GitHub print it.
 *
 * @param level {@code error} or {@code warning}
 * @param place where it stands; empty when it concerns the file as a whole
 */
public record Annotation(
    String level, String title, String file, Optional<Position> place, String message) {
  /** The line that makes the workflow show it. */
  public String command() {
    String properties =
        Stream.of(
                Stream.of("file=" + property(file)),
                place.stream().map(at -> "line=" + at.line()),
                place.stream().filter(at -> at.column() > 0).map(at -> "col=" + at.column()),
                Stream.of("title=" + property(title)))
            .flatMap(part -> part)
            .collect(Collectors.joining(","));
    return "::" + level + " " + properties + "::" + data(message);
  }

  static Annotation of(Finding finding) {
    return new Annotation(
        finding.rule().level(),
        finding.rule().id(),
        finding.file(),
        Optional.of(new Position(finding.line(), finding.column().orElse(0))),
        finding.message());
  }

  /** What would end the command or begin another is written by its number. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
