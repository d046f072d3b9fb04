package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.List;

/** What every kind of token must say: by whom, for whom and for how long (RFC 7519 section 4.1). */
public record EnvelopeRules(String issuer, List<String> audiences, TimeRules timeRules) {
  public EnvelopeRules {
    audiences = List.copyOf(audiences);
  }

  public void check(JsonObject claims) throws InvalidTokenException {
    // RFC 9068 section 4: exact match
    claims.requireText("iss", issuer);
    requireAudience(claims);
    timeRules.check(claims);
  }

  // RFC 7519 section 4.1.3; RFC 9700 section 2.3: the token service writes one audience as a
  // string, so an array is not its work
  private void requireAudience(JsonObject claims) throws InvalidTokenException {
    if (!audiences.contains(claims.text("aud"))) {
      throw claims.unexpected("aud", quotedAudiences());
    }
  }

  private String quotedAudiences() {
    return String.join(" or ", audiences.stream().map(PrintableText::quoted).toList());
  }
}
