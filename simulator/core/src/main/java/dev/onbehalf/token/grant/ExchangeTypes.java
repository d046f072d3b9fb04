package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import java.util.List;

/** The token types that exchanges speak of (RFC 8693 section 3), with those the library lacks. */
public final class ExchangeTypes {
  static final List<TokenTypeURI> ACCESS_TOKENS =
      List.of(TokenTypeURI.ACCESS_TOKEN, TokenTypeURI.JWT);

  /** draft-ietf-oauth-transaction-tokens. */
  public static final TokenTypeURI TRANSACTION_TOKEN =
      type("urn:ietf:params:oauth:token-type:txn_token");

  /** draft-ietf-oauth-identity-assertion-authz-grant. */
  public static final TokenTypeURI ID_JAG = type("urn:ietf:params:oauth:token-type:id-jag");

  private ExchangeTypes() {}

  private static TokenTypeURI type(String uri) {
    try {
      return TokenTypeURI.parse(uri);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
