package dev.onbehalf.token.jose;

import java.util.function.Function;

/** A token that must be refused, and a part of the message that names the rule it breaks. */
public record Attack(String name, String rule, Function<Forge, CompactToken> token) {

  static Attack header(String name, String rule, Function<RawJson, RawJson> change) {
    return new Attack(
        name, rule, forge -> forge.sign(change.apply(forge.header()), Forge.claims()));
  }

  public static Attack claims(String name, String rule, Function<RawJson, RawJson> change) {
    return new Attack(name, rule, forge -> forge.sign(change.apply(Forge.claims())));
  }

  public static Attack payload(String name, String rule, String payload) {
    return new Attack(name, rule, forge -> forge.sign(forge.header().toString(), payload));
  }

  public static Attack payload(String name, String rule, byte[] payload) {
    return new Attack(
        name, rule, forge -> forge.sign(Forge.utf8(forge.header().toString()), payload));
  }

  @Override
  public String toString() {
    return name;
  }
}
