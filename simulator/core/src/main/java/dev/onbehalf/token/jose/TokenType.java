package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEObjectType;
import java.util.regex.Pattern;

/** What a token is for, so that no kind passes for another (RFC 8725 section 3.11). */
public enum TokenType {
  // RFC 9068 section 4 names both spellings; media types know no case (RFC 2045 section 5.1)
  ACCESS_TOKEN("at+jwt", "(?i:(?:application/)?at\\+jwt)"),
  // draft-ietf-oauth-transaction-tokens: MUST have this value
  TRANSACTION_TOKEN("txntoken+jwt", "txntoken\\+jwt"),
  // OpenID Connect Core leaves the type open; this service's ID tokens have the one of RFC 7519
  ID_TOKEN("JWT", "JWT"),
  // draft-ietf-oauth-identity-assertion-authz-grant: MUST have this value
  ID_JAG("oauth-id-jag+jwt", "oauth-id-jag\\+jwt"),
  // draft-ietf-wimse-workload-creds section 3.1
  WORKLOAD_IDENTITY("wit+jwt", "(?i:(?:application/)?wit\\+jwt)"),
  // draft-ietf-wimse-wpt-01 section 2
  WORKLOAD_PROOF("wpt+jwt", "(?i:(?:application/)?wpt\\+jwt)"),
  // draft-mw-oauth-actor-chain-01 names none, but RFC 8725 section 3.11 wants one
  STEP_PROOF("step-proof+jwt", "(?i:(?:application/)?step-proof\\+jwt)"),
  // RFC 9449 section 4.2: MUST have this value
  DPOP_PROOF("dpop+jwt", "dpop\\+jwt");

  private final String headerValue;
  private final Pattern accepted;

  TokenType(String headerValue, String accepted) {
    this.headerValue = headerValue;
    this.accepted = Pattern.compile(accepted);
  }

  /** The {@code typ} header (RFC 7515 section 4.1.9). */
  String headerValue() {
    return headerValue;
  }

  /** Whether the header brings the key that the token is verified by. */
  boolean bringsKey() {
    return this == DPOP_PROOF;
  }

  boolean isNamedBy(String headerValue) {
    return accepted.matcher(headerValue).matches();
  }

  JOSEObjectType objectType() {
    return new JOSEObjectType(headerValue);
  }
}
