package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.RunContext;
import java.util.List;

/** Reads what an exchange is about, past the rules that the library leaves to its callers. */
final class ExchangeReader {
  private ExchangeReader() {}

  /** An exchange of an access token for another, with an actor token or without. */
  static TokenExchangeGrant read(FormParameters form) throws RefusedRequestException {
    String wanted =
        form.optional("requested_token_type").orElse(TokenTypeURI.ACCESS_TOKEN.toString());
    requireUsable(wanted, ExchangeTypes.ACCESS_TOKENS);
    return read(form, ExchangeTypes.ACCESS_TOKENS);
  }

  /** An exchange by a client that is known by its authentication alone. */
  static TokenExchangeGrant readWithoutActor(FormParameters form, List<TokenTypeURI> subjectTypes)
      throws RefusedRequestException {
    if (form.optional("actor_token").or(() -> form.optional("actor_token_type")).isPresent()) {
      throw RefusedRequestException.invalidRequest("expected no actor token for this type");
    }
    return read(form, subjectTypes);
  }

  private static TokenExchangeGrant read(FormParameters form, List<TokenTypeURI> subjectTypes)
      throws RefusedRequestException {
    form.required("subject_token");
    requireUsable(form.required("subject_token_type"), subjectTypes);
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
      requireUsable(form.required("actor_token_type"), ExchangeTypes.ACCESS_TOKENS);
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

  private static void requireUsable(String type, List<TokenTypeURI> usable)
      throws RefusedRequestException {
    List<String> names = usable.stream().map(TokenTypeURI::toString).toList();
    if (!names.contains(type)) {
      throw RefusedRequestException.invalidRequest(
          "expected the token type %s, found %s"
              .formatted(String.join(" or ", names), PrintableText.quoted(type)));
    }
  }
}
