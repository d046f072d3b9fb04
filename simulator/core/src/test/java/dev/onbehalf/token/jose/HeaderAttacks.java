package dev.onbehalf.token.jose;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attacks by the header of a token whose signature is good. */
public final class HeaderAttacks {
  private HeaderAttacks() {}

  public static Stream<Attack> all() {
    return Stream.of(algorithm(), keyId(), foreignKeys(), extensions(), type(), syntax())
        .flatMap(List::stream);
  }

  private static List<Attack> algorithm() {
    return List.of(
        Attack.header("no alg", "as `alg`", header -> header.without("alg")),
        Attack.header("alg null", "as `alg`", header -> header.with("alg", "null")),
        Attack.header("alg number", "as `alg`", header -> header.with("alg", "5")),
        Attack.header("alg array", "as `alg`", header -> header.with("alg", "[\"ES256\"]")),
        Attack.header("alg ES384", "as `alg`", header -> header.withText("alg", "ES384")),
        Attack.header("alg PS256", "as `alg`", header -> header.withText("alg", "PS256")),
        Attack.header("alg lower case", "as `alg`", header -> header.withText("alg", "es256")));
  }

  private static List<Attack> keyId() {
    return Stream.of(
            "", "../../../dev/null", "x' UNION SELECT 'k", "$(id)", "\\u0000", "a\\u0000b", "other")
        .map(kid -> Attack.header("kid " + kid, "as `kid`", h -> h.withText("kid", kid)))
        .collect(Collectors.collectingAndThen(Collectors.toList(), HeaderAttacks::withOddKeyIds));
  }

  private static List<Attack> withOddKeyIds(List<Attack> attacks) {
    attacks.add(Attack.header("no kid", "as `kid`", header -> header.without("kid")));
    attacks.add(Attack.header("kid null", "as `kid`", header -> header.with("kid", "null")));
    attacks.add(Attack.header("kid number", "as `kid`", header -> header.with("kid", "1")));
    return attacks;
  }

  private static List<Attack> foreignKeys() {
    return List.of(
        extra("jku", "\"https://evil.example/jwks\""),
        extra("x5u", "\"https://evil.example/cert\""),
        extra("jwk", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}"),
        extra("x5c", "[\"AA\"]"),
        extra("x5t", "\"AA\""),
        extra("x5t#S256", "\"AA\""),
        extra("jku", "null"));
  }

  private static List<Attack> extensions() {
    return List.of(
        extra("crit", "[\"exp\"]"),
        extra("crit", "[]"),
        extra("crit", "[\"b64\"]"),
        extra("b64", "false"),
        extra("b64", "true"),
        extra("zip", "\"DEF\""));
  }

  private static List<Attack> type() {
    return Stream.of("JWT", "jwt", "", "dpop+jwt", "at+jwt ", " at+jwt", "at+jwt;v=1", "at jwt")
        .map(typ -> Attack.header("typ `" + typ + "`", "as `typ`", h -> h.withText("typ", typ)))
        .collect(Collectors.collectingAndThen(Collectors.toList(), HeaderAttacks::withOddTypes));
  }

  private static List<Attack> withOddTypes(List<Attack> attacks) {
    attacks.add(Attack.header("no typ", "as `typ`", header -> header.without("typ")));
    attacks.add(Attack.header("typ array", "as `typ`", h -> h.with("typ", "[\"at+jwt\"]")));
    attacks.add(
        Attack.header(
            "typ with a dotless i", "as `typ`", h -> h.withText("typ", "applıcation/at+jwt")));
    return attacks;
  }

  private static List<Attack> syntax() {
    return List.of(
        text("alg twice", "one member `alg`", "{\"alg\":\"none\","),
        text("alg twice, once escaped", "one member `alg`", "{\"\\u0061lg\":\"none\","),
        text("array", "the header to be one JSON object", "[{"),
        text("byte order mark", "without a byte order mark", "\ufeff{"),
        new Attack(
            "no JSON", "the header to be one JSON object", f -> f.sign("x", "" + Forge.claims())));
  }

  private static Attack text(String name, String rule, String start) {
    return new Attack(
        name,
        rule,
        forge -> forge.sign(start + forge.header().toString().substring(1), "" + Forge.claims()));
  }

  private static Attack extra(String member, String json) {
    return Attack.header(
        member + " " + json, "no `" + member + "` in the header", h -> h.with(member, json));
  }
}
