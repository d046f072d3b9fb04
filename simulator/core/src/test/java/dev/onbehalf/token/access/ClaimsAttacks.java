package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.Attack;
import dev.onbehalf.token.jose.Forge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attacks by the claims of a token whose header and signature are good. */
public final class ClaimsAttacks {
  private static final String OBJECT = "the payload to be one JSON object";

  private ClaimsAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(
            syntax(),
            dates("exp", "9223372036854775807", "9223372036854775808"),
            dates("iat", "-9223372036854775808", "1e18"),
            dates("nbf", "-1", "99999999999999999999"),
            times(),
            audiences(),
            issuers(),
            identifiers("sub"),
            identifiers("jti"),
            identifiers("client_id"),
            scopes(),
            actors("act"),
            actors("may_act"))
        .flatMap(List::stream);
  }

  private static List<Attack> syntax() {
    String good = Forge.claims().toString();
    String open = good.substring(0, good.length() - 1);
    return List.of(
        Attack.payload("sub twice", "one member `sub`", open + ",\"sub\":\"admin\"}"),
        Attack.payload("sub twice, escaped", "one member `sub`", open + ",\"s\\u0075b\":\"x\"}"),
        Attack.payload(
            "act.sub twice", "`act.sub`", open + ",\"act\":{\"sub\":\"bar\",\"sub\":\"baz\"}}"),
        Attack.payload(
            "twice in an array", "one member `a[].b`", open + ",\"a\":[{\"b\":1,\"b\":2}]}"),
        Attack.payload("byte order mark", "byte order mark", "\ufeff" + good),
        Attack.payload("octet FF", "the payload in UTF-8", octets(good, "alice", 0xff)),
        Attack.payload("overlong slash", "the payload in UTF-8", octets(good, "alice", 0xc0, 0xaf)),
        Attack.payload("UTF-8 surrogate", "in UTF-8", octets(good, "alice", 0xed, 0xa0, 0x80)),
        Attack.payload("UTF-16", "the payload", good.getBytes(StandardCharsets.UTF_16)),
        Attack.payload("trailing garbage", OBJECT, good + "x"),
        Attack.payload("two objects", OBJECT, good + good),
        Attack.payload("array", OBJECT, "[" + good + "]"),
        Attack.payload("string", OBJECT, "\"alice\""),
        Attack.payload("comment", OBJECT, "/* */" + good),
        Attack.payload("comma at the end", OBJECT, open + ",}"),
        Attack.payload("single quotes", OBJECT, good.replace('"', '\'')),
        Attack.payload("TRUE", OBJECT, open + ",\"x\":TRUE}"),
        Attack.payload("NaN", OBJECT, open + ",\"x\":NaN}"),
        Attack.payload("raw line break in a string", OBJECT, good.replace("alice", "al\nice")),
        Attack.payload("not closed", OBJECT, open),
        Attack.payload("prefix against script inclusion", OBJECT, ")]}'\n" + good),
        Attack.payload("depth 33", OBJECT, open + ",\"x\":" + nested(32) + "}"),
        Attack.payload("depth 300", OBJECT, open + ",\"x\":" + nested(300) + "}"),
        Attack.payload("depth 5000", OBJECT, open + ",\"x\":" + nested(5000) + "}"));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static byte[] octets(String text, String from, int... to) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    int start = text.indexOf(from);
    for (int i = 0; i < to.length; i++) {
      octets[start + i] = (byte) to[i];
    }
    return octets;
  }

  private static List<Attack> dates(String claim, String huge, String beyond) {
    long later = Forge.NOW + 100;
    return Stream.of(
            "null",
            "\"" + later + "\"",
            later + ".0",
            later + ".5",
            "1.9e9",
            "1E9",
            "1e400",
            "true",
            "[" + later + "]",
            "{}",
            later + "000",
            "-1",
            huge,
            beyond)
        .map(json -> Attack.claims(claim + " " + json, claim, c -> c.with(claim, json)))
        .toList();
  }

  private static List<Attack> times() {
    return List.of(
        Attack.claims("no exp", "as `exp`", claims -> claims.without("exp")),
        Attack.claims("no iat", "as `iat`", claims -> claims.without("iat")),
        date("exp", -30, "`exp` after"),
        date("exp", 0, "`exp` after"),
        date("iat", 1, "`iat` not after"),
        date("iat", 86_400, "`iat` not after"),
        date("nbf", 1, "`nbf` not after"),
        date("nbf", 30, "`nbf` not after"),
        date("exp", Forge.LIFETIME + 1, "lifetime of at most 300 seconds, found 301"),
        date("iat", -1, "lifetime of at most 300 seconds, found 301"),
        date("exp", 100L * 365 * 86_400, "lifetime"));
  }

  private static Attack date(String claim, long secondsFromNow, String rule) {
    return Attack.claims(
        claim + " " + secondsFromNow + " s from now",
        rule,
        claims -> claims.with(claim, "" + (Forge.NOW + secondsFromNow)));
  }

  private static List<Attack> audiences() {
    return Stream.of(
            "\"mail\"",
            "\"file\"",
            "\"files/\"",
            "\"files \"",
            "\"FILES\"",
            "\"\"",
            "\"files mail\"",
            "[]",
            "[\"files\"]",
            "[\"files\",\"mail\"]",
            "[\"files\",null]",
            "[[\"files\"]]",
            "{\"files\":true}",
            "5",
            "null")
        .map(json -> Attack.claims("aud " + json, "as `aud`", c -> c.with("aud", json)))
        .collect(Collectors.collectingAndThen(Collectors.toList(), ClaimsAttacks::withNoAudience));
  }

  private static List<Attack> withNoAudience(List<Attack> attacks) {
    attacks.add(Attack.claims("no aud", "as `aud`", claims -> claims.without("aud")));
    return attacks;
  }

  private static List<Attack> issuers() {
    return List.of(
        Attack.claims("no iss", "as `iss`", claims -> claims.without("iss")),
        issuer("\"https://token.example\""),
        issuer("\"https://token.example//\""),
        issuer("\"https://TOKEN.example/\""),
        issuer("\"https://evil.example/\""),
        issuer("\"\""),
        issuer("[\"https://token.example/\"]"),
        issuer("5"),
        issuer("null"));
  }

  private static Attack issuer(String json) {
    return Attack.claims("iss " + json, "as `iss`", claims -> claims.with("iss", json));
  }

  private static List<Attack> identifiers(String claim) {
    List<Attack> attacks =
        new ArrayList<>(
            List.of(Attack.claims("no " + claim, "as `" + claim + "`", c -> c.without(claim))));
    Stream.of(
            "5",
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"al\\u0000ice\"",
            "\"alice\\n\"",
            "\"\\u001b[2Jalice\"",
            "\"alice\\u202e\"",
            "\"alice\\u200b\"",
            "\"\\ufeffalice\"",
            "\"alice\\u2028\"",
            "\"alice\\ud800\"",
            "\"\\udc00alice\"")
        .map(json -> Attack.claims(claim + " " + json, claim, c -> c.with(claim, json)))
        .forEach(attacks::add);
    return attacks;
  }

  private static List<Attack> scopes() {
    return Stream.of(
            "[\"files\"]",
            "5",
            "null",
            "\"\"",
            "\" files\"",
            "\"files \"",
            "\"files  mail\"",
            "\"files\\tmail\"",
            "\"fi\\\"les\"",
            "\"fi\\\\les\"",
            "\"dateïen\"")
        .map(json -> Attack.claims("scope " + json, "as `scope`", c -> c.with("scope", json)))
        .toList();
  }

  private static List<Attack> actors(String claim) {
    return Stream.of(
            "\"bar\"",
            "[\"bar\"]",
            "[{\"sub\":\"bar\"}]",
            "5",
            "null",
            "{}",
            "{\"sub\":null}",
            "{\"sub\":5}",
            "{\"sub\":\"\"}",
            "{\"sub\":\"b\\u0000r\"}",
            "{\"sub\":\"bar\",\"iss\":\"https://evil.example/\"}",
            "{\"sub\":\"bar\",\"act\":\"baz\"}",
            "{\"sub\":\"bar\",\"act\":null}",
            "{\"sub\":\"bar\",\"act\":{}}",
            chain(17))
        .map(json -> Attack.claims(claim + " " + json, claim, c -> c.with(claim, json)))
        .toList();
  }

  /** A chain of so many actors, as JSON. */
  public static String chain(int length) {
    return "{\"sub\":\"agent\",\"act\":".repeat(length - 1)
        + "{\"sub\":\"agent\"}"
        + "}".repeat(length - 1);
  }
}
