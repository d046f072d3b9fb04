package dev.onbehalf.token.jose;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A token taken apart to be shown to a reader; nothing of it is verified, and no signature kept.
 */
public record DecodedToken(Map<String, Object> header, Map<String, Object> claims) {
  private static final List<String> READING_ORDER =
      List.of("typ", "alg", "kid", "iss", "sub", "act", "client_id", "aud", "scope");

  public DecodedToken {
    header = inReadingOrder(header);
    claims = inReadingOrder(claims);
  }

  /**
   * Decodes a token of this token service.
   *
   * @throws IllegalArgumentException when it isn't a token in JWS compact serialization
   */
  public static DecodedToken of(CompactToken token) {
    String[] parts = token.value().split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a signed token has three parts");
    }
    return new DecodedToken(object(parts[0]), object(parts[1]));
  }

  private static Map<String, Object> object(String encoded) {
    try {
      return JSONObjectUtils.parse(Base64URL.from(encoded).decodeToString());
    } catch (ParseException e) {
      throw new IllegalArgumentException("a part of the token isn't a JSON object", e);
    }
  }

  private static Map<String, Object> inReadingOrder(Map<String, Object> members) {
    Map<String, Object> rest = new TreeMap<>(members);
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String name : READING_ORDER) {
      Object value = rest.remove(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    ordered.putAll(rest);
    return Collections.unmodifiableMap(ordered);
  }
}
