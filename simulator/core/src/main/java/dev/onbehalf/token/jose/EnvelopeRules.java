package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.List;

/** What every kind of token must say: by whom, for whom and for how long (RFC 7519 section 4.1). */
public final class EnvelopeRules {
  private final String issuer;
  private final List<String> audiences;
  private final TimeRules timeRules;

  EnvelopeRules(String issuer, List<String> audiences, TimeRules timeRules) {
    this.issuer = issuer;
    this.audiences = List.copyOf(audiences);
    this.timeRules = timeRules;
  }

  public String issuer() {
    return issuer;
  }

  public void check(JsonObject claims) throws InvalidTokenException {
    requireIssuer(claims);
    requireAudience(claims);
    timeRules.check(claims);
  }

  // RFC 9068 section 4: exact match
  private void requireIssuer(JsonObject claims) throws InvalidTokenException {
    if (!claims.text("iss").equals(issuer)) {
      throw claims.unexpected("iss", PrintableText.quoted(issuer));
    }
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
