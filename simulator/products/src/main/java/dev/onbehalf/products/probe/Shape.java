package dev.onbehalf.products.probe;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which claims a token has, and of whom they speak.
 *
 * @param problem why its claims aren't known, or an empty text
 * @param claims the roles of those that its claims name, or the form of what they hold
 * @param actors the actors in {@code act}, the last first
 */
record Shape(
    String problem, Map<String, String> claims, List<String> actors, Optional<Long> lifetime) {
  private static final List<String> NAMES = List.of("sub", "azp", "client_id");

  Shape {
    claims = new TreeMap<>(claims);
    actors = List.copyOf(actors);
  }

  static Shape unknown(String problem, Optional<Long> lifetime) {
    return new Shape(problem, Map.of(), List.of(), lifetime);
  }

  static Shape of(JsonObject claims, Roles roles, Optional<Long> lifetime) {
    try {
      List<String> actors = actors(claims, roles);
      Map<String, String> forms = new LinkedHashMap<>();
      for (String name : NAMES) {
        claims.optionalText(name).ifPresent(value -> forms.put(name, roles.of(value)));
      }
      putAudience(claims, roles, forms);
      if (!actors.isEmpty()) {
        forms.put("act", String.join(" < ", actors));
      }
      Optional<JsonObject> mayAct = claims.optionalObject("may_act");
      if (mayAct.isPresent()) {
        forms.put("may_act", roles.of(mayAct.get().text("sub")));
      }
      if (claims.has("scope")) {
        forms.put("scope", claims.isText("scope") ? "a text" : "an array");
      }
      return new Shape("", forms, actors, lifetime);
    } catch (InvalidTokenException e) {
      // its message might quote a claim
      return unknown("claims of unknown forms", lifetime);
    }
  }

  private static List<String> actors(JsonObject claims, Roles roles) throws InvalidTokenException {
    List<String> actors = new ArrayList<>();
    Optional<JsonObject> actor = claims.optionalObject("act");
    while (actor.isPresent()) {
      actors.add(roles.of(actor.get().text("sub")));
      actor = actor.get().optionalObject("act");
    }
    return actors;
  }

  private static void putAudience(JsonObject claims, Roles roles, Map<String, String> forms)
      throws InvalidTokenException {
    if (claims.has("aud")) {
      List<String> all = claims.isText("aud") ? List.of(claims.text("aud")) : claims.texts("aud");
      forms.put("aud", String.join(" and ", all.stream().map(roles::of).distinct().toList()));
    }
  }

  boolean isKnown() {
    return problem.isEmpty();
  }

  /** Whether the claim speaks of them. */
  boolean names(String claim, String role) {
    return List.of(claims.getOrDefault(claim, "").split(" and ")).contains(role);
  }

  /** By which claim a client is named apart from actors, if it is. */
  Optional<String> clientClaim(String role) {
    return List.of("client_id", "azp").stream().filter(one -> names(one, role)).findFirst();
  }

  /** The claims as they are shown. */
  String line() {
    List<String> parts = new ArrayList<>();
    if (!isKnown()) {
      parts.add(problem);
    }
    for (String name : List.of("sub", "act", "azp", "client_id", "aud", "may_act", "scope")) {
      Optional.ofNullable(claims.get(name)).ifPresent(form -> parts.add(name + " " + form));
    }
    lifetime.ifPresent(seconds -> parts.add(seconds + " s"));
    return String.join(", ", parts);
  }
}
