package dev.onbehalf.reports.terminal;

import dev.onbehalf.evidence.Assurance;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.simulation.result.Explanation.EvidenceFacts;
import dev.onbehalf.simulation.result.Explanation.ExplainedCall;
import dev.onbehalf.simulation.result.Explanation.PartFacts;
import dev.onbehalf.simulation.result.Explanation.RegistrationFacts;
import dev.onbehalf.simulation.result.Explanation.Stop;
import dev.onbehalf.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a strategy presents and proves, for people, on lines of at most 100 columns. */
public final class ExplainReport {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Explanation explanation;
  private final Page page;

  private ExplainReport(Explanation explanation, Page page) {
    this.explanation = explanation;
    this.page = page;
  }

  /** The calls, one after the other, and then the price of one through an agent. */
  public static String render(Explanation explanation, Style style) {
    ExplainReport report = new ExplainReport(explanation, new Page(style));
    report.print();
    return report.page.text();
  }

  private void print() {
    page.wrapped("", explanation.strategy(), Tone.STRONG);
    page.wrapped("", explanation.summary());
    page.wrapped("specified by ", explanation.specification());
    explanation
        .practice()
        .knownAs()
        .forEach(known -> page.wrapped("known as ", known.name() + " (" + known.page() + ")"));
    List<String> steps = explanation.practice().steps();
    for (int i = 0; i < steps.size(); i++) {
      page.wrapped("  " + (i + 1) + ". ", steps.get(i));
    }
    List<ExplainedCall> calls = explanation.calls();
    for (int i = 0; i < calls.size(); i++) {
      boolean asBefore = i > 1 && calls.get(i).evidence().equals(calls.get(i - 1).evidence());
      print(calls.get(i), asBefore);
    }
    if (explanation.deniable()) {
      page.blank();
      page.wrapped(
          new StyledText("! ", Tone.WARNING),
          new StyledText(StrategiesReport.DENIABLE, Tone.WARNING));
    }
    printPrice();
  }

  private void print(ExplainedCall call, boolean asBefore) {
    page.blank();
    page.wrapped("", call.request().sentence(), Tone.STRONG);
    if (asBefore) {
      page.wrapped("  ", "every point sees the last agent, as if it had been the only one");
      return;
    }
    call.stops().forEach(this::print);
    if (!call.heldBesides().isEmpty()) {
      page.wrapped("  ", "in the caller's hands besides");
      call.heldBesides().forEach(this::print);
    }
  }

  private void print(Stop stop) {
    if (!stop.presented().isEmpty()) {
      page.wrapped("  ", "presented to the " + stop.point().word());
      stop.presented().forEach(this::print);
    }
    String none = stop.evidence().isEmpty() ? ": none" : "";
    page.wrapped("  ", "evidence at " + place(stop) + none);
    stop.evidence().forEach(this::print);
  }

  private static String place(Stop stop) {
    return switch (stop.point()) {
      case ISSUANCE -> stop.point().word();
      case BROKER, GATEWAY, RESOURCE -> "the " + stop.point().word();
    };
  }

  private void print(EvidenceFacts evidence) {
    page.wrapped(
        "    " + PrintableText.padded(evidence.attribute(), 14) + " ",
        evidence.value() + ", " + evidence.assurance().word(),
        tone(evidence.assurance()));
  }

  private static Tone tone(Assurance assurance) {
    return switch (assurance) {
      case VERIFIED -> Tone.GOOD;
      case INFORMATIONAL, CLAIMED -> Tone.WARNING;
    };
  }

  private void print(PartFacts part) {
    page.wrapped("    " + part.place() + ": ", part.words());
    part.token()
        .ifPresent(
            token -> {
              print("header", token.header());
              print("claims", token.claims());
            });
  }

  private void print(String what, Map<String, Object> members) {
    page.wrapped(
        "      " + what + "  ",
        members.entrySet().stream()
            .map(member -> member.getKey() + ": " + json(member.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private static String json(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  private void printPrice() {
    page.heading("A call through one agent");
    line(
        "obtained by",
        "%s, %s, %s"
            .formatted(
                TerminalReport.counted(explanation.signatures(), "signature", "signatures"),
                TerminalReport.counted(
                    explanation.verifications(), "verification", "verifications"),
                TerminalReport.counted(explanation.roundTrips(), "round trip", "round trips")));
    line(
        "presents",
        TerminalReport.counted(explanation.tokenBytes(), "byte", "bytes") + " of tokens");
    line("takes", StrategyWords.machinery(explanation.machinery()));
    line("cached by", words(explanation.cachedBy()));
    line("registered", registrations());
    line("which grows", "with " + StrategyWords.with(explanation.growth()));
  }

  private void line(String what, String words) {
    page.wrapped("  " + PrintableText.padded(what, 13), words);
  }

  private static String words(List<String> keys) {
    return keys.isEmpty() ? "nothing: it is the same for all calls" : String.join(", ", keys);
  }

  private String registrations() {
    Map<String, List<String>> byKind =
        explanation.registrations().stream()
            .collect(
                Collectors.groupingBy(
                    RegistrationFacts::kind,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        one -> String.join(" + ", one.names()), Collectors.toList())));
    return byKind.isEmpty()
        ? "nothing"
        : byKind.entrySet().stream()
            .map(kind -> kind.getKey() + " " + String.join(", ", kind.getValue()))
            .collect(Collectors.joining("; "));
  }
}
