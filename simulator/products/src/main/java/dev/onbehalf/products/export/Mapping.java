package dev.onbehalf.products.export;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.export.Field.Kind;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a request becomes what an engine is asked: which value is taken from where.
 *
 * @param file the scenario's, as its user named it
 * @param agent the claim of the access token that names the agent, if a product has another
 */
public record Mapping(
    Scenario scenario, String file, PointPolicies policies, Optional<String> agent) {
  /** Comments for the head of a file, without the signs of a comment. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "What the %s enforces of %s under %s"
            .formatted(policies.view().point().word(), shown(file), shown(policies.strategy())));
    lines.add("What no rule permits is denied. Send every value in every request, `-` where the");
    lines.add("call doesn't show it; whatever goes wrong is a denial.");
    policies.fields().stream()
        .filter(field -> field.kind() != Kind.TARGET)
        .forEach(field -> lines.add(shown(field.name()) + ": " + source(field)));
    return lines;
  }

  private static String shown(String text) {
    return PrintableText.escaped(text);
  }

  private String source(Field field) {
    String form = Claims.form(field);
    return from(field) + (form.isEmpty() ? "" : "; " + form);
  }

  private String from(Field field) {
    return agent
        .filter(claim -> field.kind() == Kind.PATH && policies.view().point() == Point.RESOURCE)
        .map("`%s` of the access token"::formatted)
        .orElseGet(() -> usual(field));
  }

  private String usual(Field field) {
    return Claims.of(
        policies.strategy(),
        policies.view().point(),
        field,
        scenario.contexts().knownTo(KnownTo.RESOURCE).stream().anyMatch(field::isOf));
  }

  /**
   * The mapping as a file of its own.
   *
   * @param place where a request to the engine has the value of the field
   */
  public ExportFile file(Function<Field, String> place) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    mapping.put("scenario", file);
    mapping.put("strategy", policies.strategy());
    mapping.put("point", policies.view().point().word());
    mapping.put("unseen", PointView.UNSEEN);
    mapping.put("request", policies.fields().stream().map(field -> entry(field, place)).toList());
    return new ExportFile(policies.name() + "-mapping.json", Json.text(mapping));
  }

  private Map<String, Object> entry(Field field, Function<Field, String> place) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("attribute", field.name());
    entry.put("in", place.apply(field));
    entry.put("from", source(field));
    return entry;
  }

  /**
   * What there is to say where a token service issues nothing for the strategy; nothing if it does.
   *
   * @param carried the strategies that it issues tokens for
   */
  public List<String> uncarriedBy(String product, List<String> carried) {
    return carried.contains(policies.strategy())
        ? List.of()
        : List.of(
            "%s issues no tokens for %s; name one of %s by `--strategy`, where it suffices"
                .formatted(product, policies.strategy(), String.join(", ", carried)));
  }

  /** Whether the values are all that a request can have in the field of the context. */
  public boolean isAnyContext(Field field, Set<String> values) {
    return field.kind() == Kind.CONTEXT
        && policies.view().certain().contains(field)
        && scenario.context().stream()
            .filter(one -> field.isOf(one.name()))
            .allMatch(one -> values.containsAll(one.values()));
  }

  /** The sentence of a policy and where it stands, in one line. */
  public String sentence(PointPolicies.Sentence sentence) {
    return shown(
        "%s (%s:%d): %s"
            .formatted(
                sentence.policy().id(), file, sentence.policy().line(), sentence.policy().text()));
  }
}
