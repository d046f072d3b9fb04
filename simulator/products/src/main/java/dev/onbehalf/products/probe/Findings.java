package dev.onbehalf.products.probe;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.Refusable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the answers of a token service show; it holds no token and no value of a claim. */
public final class Findings {
  private static final String NOT_ASKED = "not asked, for want of what it takes";

  private static final int WIDTH = 57;

  private final String issuer;
  private final Shape user;
  private final Map<Step, Refusable<Shape>> answers;

  Findings(String issuer, Shape user, Map<Step, Refusable<Shape>> answers) {
    this.issuer = issuer;
    this.user = user;
    this.answers = new EnumMap<>(answers);
  }

  /** What the user's token says. */
  Shape user() {
    return user;
  }

  /** What the result of the step says, if there is one whose claims are known. */
  Optional<Shape> shape(Step step) {
    return granted(step).filter(Shape::isKnown);
  }

  Optional<Shape> granted(Step step) {
    return Optional.ofNullable(answers.get(step)).flatMap(Refusable::toOptional);
  }

  boolean isRefused(Step step) {
    return answers.containsKey(step) && granted(step).isEmpty();
  }

  private String answer(Step step) {
    Refusable<Shape> answer = answers.get(step);
    return answer == null
        ? NOT_ASKED
        : answer.<String>fold(Shape::line, refusal -> "refused: " + refusal.code());
  }

  /** The profile that it is, or what differs from the nearest. */
  public Match match() {
    return Match.of(KeptRules.of(this));
  }

  /** The table and what follows from it, for a reader. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(PrintableText.escaped(issuer));
    lines.add(row("user's token", user.line()));
    for (Step step : Step.values()) {
      lines.add(row(step.words(), answer(step)));
      new Proof(this).of(step).ifPresent(proof -> lines.add("    " + proof));
    }
    lines.addAll(match().lines());
    return lines;
  }

  private static String row(String request, String answer) {
    return "  " + PrintableText.padded(request, WIDTH) + answer;
  }

  /** The same as members of JSON. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("issuer", issuer);
    members.put("userToken", members(user));
    members.put("requests", List.of(Step.values()).stream().map(this::members).toList());
    members.putAll(match().members());
    return members;
  }

  private Map<String, Object> members(Step step) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("request", step.words());
    Refusable<Shape> answer = answers.get(step);
    members.put("asked", answer != null);
    if (answer != null) {
      members.putAll(
          answer.<Map<String, Object>>fold(
              Findings::members, refusal -> Map.of("refused", refusal.code())));
    }
    new Proof(this).of(step).ifPresent(proof -> members.put("proves", proof));
    return members;
  }

  private static Map<String, Object> members(Shape shape) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!shape.isKnown()) {
      members.put("unknown", shape.problem());
    }
    members.put("claims", shape.claims());
    shape.lifetime().ifPresent(seconds -> members.put("lifetime", seconds));
    return members;
  }
}
