package dev.onbehalf.products.probe;

import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.token.grant.ExchangeRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The profiles that a token service differs from least, in rules that could be told. */
public final class Match {
  private final KeptRules rules;
  private final List<Profile> nearest;

  private Match(KeptRules rules, List<Profile> nearest) {
    this.rules = rules;
    this.nearest = List.copyOf(nearest);
  }

  static Match of(KeptRules rules) {
    List<Profile> exchanging =
        Profiles.all().stream()
            .filter(profile -> profile.carried().containsKey("token-exchange"))
            .toList();
    int least =
        exchanging.stream()
            .map(profile -> differences(rules, profile).size())
            .min(Comparator.naturalOrder())
            .orElse(0);
    return new Match(
        rules,
        exchanging.stream()
            .filter(profile -> differences(rules, profile).size() == least)
            .toList());
  }

  private static List<ExchangeRule> differences(KeptRules rules, Profile profile) {
    return rules.kept().entrySet().stream()
        .filter(rule -> rule.getValue() == profile.omitted().contains(rule.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The names of the profiles that keep and omit every rule as it was seen. */
  public List<String> profiles() {
    return isMatch() ? names() : List.of();
  }

  private List<String> names() {
    return nearest.stream().map(Profile::name).toList();
  }

  private boolean isMatch() {
    return !rules.kept().isEmpty() && differences(rules, nearest.get(0)).isEmpty();
  }

  /** What to tell the user. */
  List<String> lines() {
    if (rules.kept().isEmpty()) {
      return List.of("no profile can be told from these answers");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        (isMatch() ? "is like profile " : "is nearest to profile ") + names().get(0) + others());
    Stream.of(ExchangeRule.values()).map(this::line).forEach(lines::add);
    lines.add("next: java -jar sim.jar yours.yaml --profile " + names().get(0));
    return lines;
  }

  /** Exchanges tell no more of a product than the rules that it keeps. */
  private String others() {
    List<String> others = names().subList(1, names().size());
    return others.isEmpty()
        ? ""
        : "; as far as exchanges tell, it may as well be " + String.join(" or ", others);
  }

  private String line(ExchangeRule rule) {
    Boolean kept = rules.kept().get(rule);
    String word = kept == null ? "not told" : kept ? "kept" : "not kept";
    boolean differs = differences(rules, nearest.get(0)).contains(rule);
    return "  %s: %s%s"
        .formatted(
            word,
            KeptRules.words(rule),
            differs ? ", other than with " + nearest.get(0).name() : "");
  }

  /** The same as members of JSON. */
  Map<String, Object> members() {
    Map<String, Object> kept = new LinkedHashMap<>();
    rules.kept().forEach((rule, keeps) -> kept.put(name(rule), keeps));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rulesKept", kept);
    members.put("profiles", profiles());
    members.put("nearest", names());
    return members;
  }

  private static String name(ExchangeRule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
