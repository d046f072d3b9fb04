package dev.onbehalf.token;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The subject token and the actor token of an exchange, verified (RFC 8693 section 2.1). */
final class ExchangedTokens {
  // RFC 8693 section 3
  private static final List<String> TYPES =
      List.of(
          "urn:ietf:params:oauth:token-type:access_token", "urn:ietf:params:oauth:token-type:jwt");

  private final String issuer;
  private final Function<List<String>, TokenVerifier> verifiers;

  /**
   * Verifies for a token service.
   *
   * @param verifiers a verifier for each list of accepted audiences
   */
  ExchangedTokens(String issuer, Function<List<String>, TokenVerifier> verifiers) {
    this.issuer = issuer;
    this.verifiers = verifiers;
  }

  /** The subject token; one made out to another agent is not this client's to exchange. */
  VerifiedToken subject(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    String token = form.required("subject_token");
    requireType(form.required("subject_token_type"));
    return verify("subject token", token, List.of(issuer, client.id()));
  }

  /** The actor token, if there is one; it must be this client's own. */
  Optional<VerifiedToken> actor(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    if (!hasActor(form)) {
      return Optional.empty();
    }
    VerifiedToken actor = verify("actor token", form.required("actor_token"), List.of(issuer));
    requireSelf(client, actor);
    return Optional.of(actor);
  }

  static void requireUsableType(FormParameters form) throws RefusedRequestException {
    requireType(form.optional("requested_token_type").orElse(TYPES.get(0)));
  }

  // RFC 8693 section 2.1: the type is REQUIRED with an actor token and MUST NOT stand without
  private static boolean hasActor(FormParameters form) throws RefusedRequestException {
    if (form.optional("actor_token").isEmpty() && form.optional("actor_token_type").isEmpty()) {
      return false;
    }
    form.required("actor_token");
    requireType(form.required("actor_token_type"));
    return true;
  }

  // an actor token with actors of its own would lose them in the result
  private static void requireSelf(RegisteredClient client, VerifiedToken actor)
      throws RefusedRequestException {
    if (!actor.subject().equals(client.id()) || actor.actor().isPresent()) {
      throw RefusedRequestException.invalidRequest(
          "expected the client's own actor token, found one of "
              + PlainText.quote(actor.subject()));
    }
  }

  private static void requireType(String type) throws RefusedRequestException {
    if (!TYPES.contains(type)) {
      throw RefusedRequestException.invalidRequest(
          "expected the token type %s, found %s"
              .formatted(String.join(" or ", TYPES), PlainText.quote(type)));
    }
  }

  private VerifiedToken verify(String name, String token, List<String> audiences)
      throws RefusedRequestException {
    try {
      return verifiers.apply(audiences).verify(new CompactToken(token));
    } catch (InvalidTokenException e) {
      // RFC 8693 section 2.2.2: MUST be invalid_request
      throw RefusedRequestException.invalidRequest(name + ": " + e.getMessage());
    }
  }
}
