package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import java.util.List;

/** Reads what an exchange is about, past the rules that the library leaves to its callers. */
final class ExchangeReader {
  // RFC 8693 section 3
  private static final List<String> TYPES =
      List.of(TokenTypeURI.ACCESS_TOKEN.toString(), TokenTypeURI.JWT.toString());

  private ExchangeReader() {}

  static TokenExchangeGrant read(FormParameters form) throws RefusedRequestException {
    requireUsable(form.optional("requested_token_type").orElse(TYPES.get(0)));
    form.required("subject_token");
    requireUsable(form.required("subject_token_type"));
    requireActorWithType(form);
    requireNoDetails(form);
    try {
      return TokenExchangeGrant.parse(form.values());
    } catch (ParseException e) {
      throw RefusedRequestException.invalidRequest("expected the parameters of an exchange");
    }
  }

  // RFC 8693 section 2.1: the type is REQUIRED with an actor token and MUST NOT stand without
  private static void requireActorWithType(FormParameters form) throws RefusedRequestException {
    if (form.optional("actor_token").or(() -> form.optional("actor_token_type")).isPresent()) {
      form.required("actor_token");
      requireUsable(form.required("actor_token_type"));
    }
  }

  // RFC 9396 section 5: a token keeps the details of its subject token, so none can be asked for
  private static void requireNoDetails(FormParameters form) throws RefusedRequestException {
    if (form.optional(RunContext.CLAIM).isPresent()) {
      throw new RefusedRequestException(
          400,
          "invalid_authorization_details",
          "expected no `authorization_details` but those of the subject token");
    }
  }

  private static void requireUsable(String type) throws RefusedRequestException {
    if (!TYPES.contains(type)) {
      throw RefusedRequestException.invalidRequest(
          "expected the token type %s, found %s"
              .formatted(String.join(" or ", TYPES), PlainText.quote(type)));
    }
  }
}
