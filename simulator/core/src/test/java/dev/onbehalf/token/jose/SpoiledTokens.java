package dev.onbehalf.token.jose;

import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an attacker makes of a genuine token, and what a resource server must refuse. */
public final class SpoiledTokens {
  private SpoiledTokens() {}

  /**
   * Spoiled copies of the token, by what was done to them.
   *
   * @param seed the seed of the token service that issued it
   */
  public static Map<String, CompactToken> of(
      CompactToken genuine, long seed, SigningAlgorithm algorithm) {
    String[] parts = genuine.value().split("\\.", -1);
    String payload = Base64URL.from(parts[1]).decodeToString();
    Map<String, CompactToken> spoiled = new LinkedHashMap<>();
    spoiled.put("other subject", join(parts[0], subject(payload, "mallory"), parts[2]));
    spoiled.put("no signature", join(parts[0], parts[1], ""));
    spoiled.put(
        "alg none", join(Forge.part("{\"typ\":\"at+jwt\",\"alg\":\"none\"}"), parts[1], ""));
    spoiled.put(
        "other type",
        Forge.ofService(seed, algorithm)
            .sign(otherType(Base64URL.from(parts[0]).decodeToString()), payload));
    return spoiled;
  }

  private static String otherType(String header) {
    return header.replaceFirst("\"typ\":\"[^\"]*\"", "\"typ\":\"JWT\"");
  }

  private static String subject(String payload, String name) {
    String subject = "\"sub\":\"" + name + "\"";
    String replaced = payload.replaceFirst("\"sub\":\"[^\"]*\"", subject);
    // a proof says nothing of a subject until somebody writes one into it
    return Forge.part(
        replaced.equals(payload) ? "{" + subject + "," + payload.substring(1) : replaced);
  }

  private static CompactToken join(String header, String payload, String signature) {
    return new CompactToken(header + "." + payload + "." + signature);
  }
}
