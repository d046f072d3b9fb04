package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.AttackWords;
import dev.onbehalf.reports.words.Caveats;
import dev.onbehalf.reports.words.Headline;
import dev.onbehalf.reports.words.PlanWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the template of a scenario's page is filled with. */
final class ReportModel {
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:@%+=,~-]+");

  private ReportModel() {}

  static Map<String, Object> of(
      SimulationResult result, Costs costs, SortedMap<String, String> environment) {
    return Map.ofEntries(
        Map.entry("result", result),
        Map.entry("say", new Say()),
        Map.entry("headline", Headline.of(result)),
        Map.entry("caveats", Caveats.of(result)),
        Map.entry("matrix", Matrix.of(result)),
        Map.entry("proofs", PatternProof.of(result)),
        Map.entry("attacks", AttackView.of(result)),
        Map.entry("questions", AttackWords.QUESTIONS),
        Map.entry("boundary", BoundaryView.of(result)),
        Map.entry("withoutOnBehalfOf", ResultWords.withoutOnBehalfOf(result.verdict())),
        Map.entry("accounts", ResultWords.sentence(result.accounts())),
        Map.entry("recommended", result.strategies().stream().filter(result::recommends).toList()),
        Map.entry("plan", PlanWords.of(result).stream().toList()),
        Map.entry("costs", costs),
        Map.entry("cards", PatternCard.of(result)),
        Map.entry("numbers", PatternCard.NUMBERS),
        Map.entry("growth", StrategyWords.legend(result.strategies())),
        Map.entry("environment", environment),
        Map.entry("command", command(result.scenario().file(), environment)));
  }

  /** The command line that makes the same result again, as far as the environment tells. */
  private static String command(String file, SortedMap<String, String> environment) {
    StringBuilder command = new StringBuilder("java -jar sim.jar ").append(quoted(file));
    append(command, " --seed ", environment.get("seed"));
    append(command, " --signing ", environment.get("signing"));
    append(command, " --profile ", environment.get("profile"));
    return command.toString();
  }

  /** The word as a POSIX shell takes it literally. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static void append(StringBuilder command, String option, @Nullable String value) {
    if (value != null) {
      command.append(option).append(quoted(value));
    }
  }
}
