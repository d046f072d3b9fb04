package dev.onbehalf.products.probe;

import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.PublishedKeys;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a token service for tokens, and keeps of its answers what they show. */
public final class Probe {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final Question question;
  private final TokenEndpoint endpoint;
  private final PublishedKeys keys;
  private final Roles roles;
  private final Map<Step, Refusable<Issued>> answers = new EnumMap<>(Step.class);

  private Probe(Question question, TokenEndpoint endpoint, PublishedKeys keys) {
    this.question = question;
    this.endpoint = endpoint;
    this.keys = keys;
    roles = new Roles(question);
  }

  /**
   * Makes every request that can be made, each once.
   *
   * @throws ServerException if the service can't be asked, or takes no word of what was given
   */
  public static Findings of(TokenServer server, Question question, Clock clock)
      throws ServerException {
    Metadata metadata = Metadata.of(server, question.issuer());
    Probe probe =
        new Probe(question, new TokenEndpoint(server, metadata), keys(server, metadata, clock));
    probe.checkUserToken(clock);
    for (Step step : Step.values()) {
      probe.take(step);
    }
    return probe.findings();
  }

  private static PublishedKeys keys(TokenServer server, Metadata metadata, Clock clock)
      throws ServerException {
    if (metadata.keySet().isEmpty()) {
      return PublishedKeys.none(clock);
    }
    Reply reply = server.get(metadata.keySet().get());
    if (reply.status() != 200) {
      throw new ServerException("its key set: answered " + reply.oddity());
    }
    try {
      return PublishedKeys.read(reply.body(), clock);
    } catch (InvalidTokenException e) {
      throw new ServerException("its key set: " + e.getMessage());
    }
  }

  private void checkUserToken(Clock clock) throws ServerException {
    CompactToken token = question.userToken();
    Optional<JsonObject> claims = claims(token, "the user's token");
    if (PublishedKeys.isSigned(token) && claims.isEmpty()) {
      throw new ServerException("the user's token isn't signed by it");
    }
    if (claims.isPresent() && hasExpired(claims.get(), clock)) {
      throw new ServerException("the user's token has expired; log in again");
    }
    name(claims, Roles.USER);
  }

  private static boolean hasExpired(JsonObject claims, Clock clock) throws ServerException {
    try {
      return claims.has("exp") && claims.seconds("exp") <= clock.instant().getEpochSecond();
    } catch (InvalidTokenException e) {
      throw new ServerException("the user's token expires at no time");
    }
  }

  private void name(Optional<JsonObject> claims, String role) throws ServerException {
    try {
      if (claims.isPresent()) {
        claims.get().optionalText("sub").ifPresent(subject -> roles.name(subject, role));
      }
    } catch (InvalidTokenException e) {
      throw new ServerException("a token of it has a subject that is no text");
    }
  }

  /** What the token says, if it speaks to anybody and is signed by the service. */
  private Optional<JsonObject> claims(CompactToken token, String whose) throws ServerException {
    if (!PublishedKeys.isSigned(token)) {
      return Optional.empty();
    }
    if (!keys.hasKeyOf(token)) {
      throw new ServerException(whose + " is signed by a key that isn't in its key set");
    }
    try {
      return keys.verified(token);
    } catch (InvalidTokenException e) {
      throw new ServerException(whose + " has claims that are no JSON object");
    }
  }

  private void take(Step step) throws ServerException {
    Optional<Map<String, String>> parameters = parameters(step);
    if (parameters.isEmpty()) {
      return;
    }
    Refusable<Issued> answer = endpoint.ask(question.by(step), parameters.get());
    answers.put(step, answer);
    if (!step.isExchange()) {
      requireKnown(question.by(step), answer);
      Optional<Issued> issued = answer.toOptional();
      if (issued.isPresent()) {
        name(
            claims(issued.get().token(), "its token"),
            step.byOther() ? Roles.OTHER_CLIENT : Roles.CLIENT);
      }
    }
  }

  private static void requireKnown(Client client, Refusable<Issued> answer) throws ServerException {
    if (answer.fold(issued -> "", refusal -> refusal.code()).equals("invalid_client")) {
      throw new ServerException(
          "its token endpoint: doesn't take the secret of " + PrintableText.quoted(client.id()));
    }
  }

  /** What to send, unless it takes what there is none of. */
  private Optional<Map<String, String>> parameters(Step step) {
    if (!step.isExchange()) {
      return Optional.of(Map.of("grant_type", "client_credentials"));
    }
    Optional<CompactToken> subject =
        step.subject().map(this::token).orElse(Optional.of(question.userToken()));
    Optional<CompactToken> actor = step.actor().flatMap(this::token);
    Optional<String> audience = question.audience(step);
    return subject.isEmpty() || audience.isEmpty() || actor.isPresent() != step.actor().isPresent()
        ? Optional.empty()
        : Optional.of(parameters(subject.get(), actor, audience.get()));
  }

  private Optional<CompactToken> token(Step step) {
    return Optional.ofNullable(answers.get(step)).flatMap(Refusable::toOptional).map(Issued::token);
  }

  // RFC 8693 section 2.1
  private Map<String, String> parameters(
      CompactToken subject, Optional<CompactToken> actor, String audience) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", EXCHANGE);
    parameters.put("subject_token", subject.value());
    parameters.put("subject_token_type", ACCESS_TOKEN);
    actor.ifPresent(
        token -> {
          parameters.put("actor_token", token.value());
          parameters.put("actor_token_type", ACCESS_TOKEN);
        });
    parameters.put("audience", audience);
    Optional.ofNullable(question.scopes().get(audience))
        .ifPresent(scope -> parameters.put("scope", scope));
    return parameters;
  }

  private Findings findings() throws ServerException {
    Map<Step, Refusable<Shape>> shapes = new EnumMap<>(Step.class);
    for (Map.Entry<Step, Refusable<Issued>> answer : answers.entrySet()) {
      shapes.put(answer.getKey(), shape(answer.getValue()));
    }
    return new Findings(
        question.issuer(), shape(new Issued(question.userToken(), Optional.empty())), shapes);
  }

  private Refusable<Shape> shape(Refusable<Issued> answer) throws ServerException {
    Optional<Issued> issued = answer.toOptional();
    return issued.isPresent()
        ? Refusable.of(shape(issued.get()))
        : answer.map(never -> Shape.unknown("", Optional.empty()));
  }

  private Shape shape(Issued issued) throws ServerException {
    if (!PublishedKeys.isSigned(issued.token())) {
      return Shape.unknown("opaque", issued.lifetime());
    }
    return claims(issued.token(), "its token")
        .map(claims -> Shape.of(claims, roles, issued.lifetime()))
        .orElseGet(() -> Shape.unknown("signature doesn't hold", issued.lifetime()));
  }
}
