package dev.onbehalf.reports.terminal;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.text.PrintableText;
import java.util.List;

/** What the policies say and where. */
final class PolicyLegend {
  private static final int MOST_POLICIES = 40;
  private static final int MOST_ID = 24;
  private static final int MOST_PLACE = 44;

  private final SimulationResult result;
  private final List<PolicyFacts> policies;

  private PolicyLegend(SimulationResult result) {
    this.result = result;
    this.policies = result.policies().stream().limit(MOST_POLICIES).toList();
  }

  static void print(SimulationResult result, Page page) {
    new PolicyLegend(result).print(page);
  }

  private void print(Page page) {
    page.heading("Policies");
    policies.forEach(policy -> page.wrapped(before(policy), words(policy)));
    int more = result.policies().size() - policies.size();
    if (more > 0) {
      page.line("  … and " + more + " more in the result file");
    }
  }

  private String before(PolicyFacts policy) {
    return "  "
        + PrintableText.padded(
            id(policy), TextTable.width(policies.stream().map(PolicyLegend::id).toList()))
        + "  "
        + PrintableText.padded(
            place(policy), TextTable.width(policies.stream().map(this::place).toList()))
        + "  ";
  }

  private static String id(PolicyFacts policy) {
    return PrintableText.cut(PrintableText.escaped(policy.id()), MOST_ID);
  }

  private String place(PolicyFacts policy) {
    String place = PrintableText.escaped(result.scenario().file()) + ":" + policy.line();
    return PrintableText.cutLeft(place, MOST_PLACE);
  }

  private static String words(PolicyFacts policy) {
    return policy.text()
        + policy.because().map(because -> " (because " + because + ")").orElse("")
        + (policy.vacuous() ? " (vacuous)" : "");
  }
}
