package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.Inquiry;
import dev.onbehalf.simulation.result.Inquiry.Handling;
import dev.onbehalf.simulation.result.Inquiry.PointAnswer;
import dev.onbehalf.simulation.result.Inquiry.StrategyAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why one request is permitted or denied, and which strategies can tell. */
public final class WhyReport {
  private WhyReport() {}

  /**
   * The answer, with strategies that fare alike in one group.
   *
   * @param file the scenario's, as it was named
   */
  public static String render(Inquiry inquiry, String file, Style style) {
    Page page = new Page(style);
    page.wrapped(
        "", inquiry.request().sentence() + ": " + ResultWords.words(inquiry.truth()), Tone.STRONG);
    if (inquiry.deciding().isEmpty()) {
      page.line("  no sentence speaks of it");
    }
    inquiry.deciding().forEach(policy -> page.wrapped("  ", place(policy, file)));
    groups(inquiry).entrySet().stream()
        .sorted(Comparator.comparing(group -> rank(group.getKey())))
        .forEach(
            group ->
                print(
                    page, group.getKey(), group.getValue(), ResultWords.words(opposite(inquiry))));
    page.blank();
    page.line("✓ can tell   ! can tell, unless a caller cheats   ✗ can't tell", Tone.FAINT);
    return page.text();
  }

  private static String place(Policy policy, String file) {
    return "%s:%d (%s): %s".formatted(file, policy.line(), policy.id(), policy.text());
  }

  private static Truth opposite(Inquiry inquiry) {
    return inquiry.truth() == Truth.PERMITTED ? Truth.DENIED : Truth.PERMITTED;
  }

  private static Map<Handling, List<String>> groups(Inquiry inquiry) {
    Map<Handling, List<String>> groups = new LinkedHashMap<>();
    for (StrategyAnswer answer : inquiry.answers()) {
      groups.computeIfAbsent(answer.handling(), any -> new ArrayList<>()).add(answer.strategy());
    }
    return groups;
  }

  private static void print(
      Page page, Handling handling, List<String> strategies, String opposite) {
    page.blank();
    page.wrapped(sign(handling), new StyledText(String.join(", ", strategies), Tone.STRONG));
    handling.points().forEach(point -> print(page, point, opposite));
    if (handling.isSure() && handling.escapes()) {
      page.line("    its caller can cheat, and pass it off as a permitted request");
    }
  }

  /** Those that can tell come first, and those that can't come last. */
  private static int rank(Handling handling) {
    if (!handling.isSure()) {
      return 2;
    }
    return handling.escapes() ? 1 : 0;
  }

  private static StyledText sign(Handling handling) {
    if (!handling.isSure()) {
      return new StyledText("✗ ", Tone.BAD);
    }
    return handling.escapes()
        ? new StyledText("! ", Tone.WARNING)
        : new StyledText("✓ ", Tone.GOOD);
  }

  private static void print(Page page, PointAnswer point, String opposite) {
    page.wrapped(
        "  ", "%s: %s → %s".formatted(point.point().word(), evidence(point), point.answer()));
    point
        .lookAlike()
        .map(Request::sentence)
        .ifPresent(
            other ->
                page.wrapped("    ", "%s is %s and looks the same".formatted(other, opposite)));
  }

  private static String evidence(PointAnswer point) {
    return point.evidence().isEmpty()
        ? "nothing of the caller"
        : point.evidence().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
