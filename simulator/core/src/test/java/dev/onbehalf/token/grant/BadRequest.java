package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.ClaimsAttacks;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A change to a good exchange of `bar`, and the answer it must get. */
record BadRequest(
    String name, int status, String code, BiFunction<World, RawRequest, RawRequest> change) {
  static final int BODY_LIMIT = 65_536;

  @Override
  public String toString() {
    return name;
  }

  static Stream<BadRequest> all() {
    return Stream.of(
            transport(), grants(), clients(), presence(), repeated(), forged(), targets(), scopes())
        .flatMap(List::stream);
  }

  private static List<BadRequest> transport() {
    return List.of(
        row("GET", 405, "invalid_request", r -> r.method(HTTPRequest.Method.GET)),
        row("PUT", 405, "invalid_request", r -> r.method(HTTPRequest.Method.PUT)),
        row("no content type", 400, "invalid_request", r -> r.contentType("")),
        row("JSON", 400, "invalid_request", r -> r.contentType("application/json")),
        row("text", 400, "invalid_request", r -> r.contentType("text/x-www-form-urlencoded")),
        row("1 MB", 413, "invalid_request", r -> r.append("&x=" + "y".repeat(1 << 20))),
        row("one octet too much", 413, "invalid_request", r -> filled(r, BODY_LIMIT + 1)),
        row("invalid UTF-8", 400, "invalid_request", r -> r.append("&x=%ff")),
        row("overlong UTF-8", 400, "invalid_request", r -> r.append("&x=%c0%af")),
        row("half an escape", 400, "invalid_request", r -> r.append("&x=%4")),
        row("no escape", 400, "invalid_request", r -> r.append("&x=%zz")),
        row("escape with sign", 400, "invalid_request", r -> r.append("&x=%+1")),
        row("raw letter beyond ASCII", 400, "invalid_request", r -> r.append("&x=é")));
  }

  static RawRequest filled(RawRequest request, int size) {
    return request.append("&x=" + "y".repeat(size - request.body().length() - 3));
  }

  private static List<BadRequest> grants() {
    return List.of(
        row("no grant type", 400, "invalid_request", r -> r.without("grant_type")),
        row("empty grant type", 400, "invalid_request", r -> r.with("grant_type", "")),
        row("unknown grant", 400, "unsupported_grant_type", r -> r.with("grant_type", "password")),
        row(
            "grant in other case",
            400,
            "unsupported_grant_type",
            r -> r.with("grant_type", "Client_Credentials")),
        new BadRequest(
            "grant the client may not use",
            400,
            "unauthorized_client",
            (world, r) -> as(world, r, "legacy")));
  }

  private static RawRequest as(World world, RawRequest request, String client) {
    return request.unauthorized().authorized(RawRequest.header(world.agent(client)));
  }

  private static List<BadRequest> clients() {
    return List.of(
        row("no authentication", 401, "invalid_client", RawRequest::unauthorized),
        row(
            "secret in the body only",
            401,
            "invalid_client",
            r -> r.unauthorized().with("client_id", "bar").with("client_secret", "x")),
        row("wrong secret", 401, "invalid_client", r -> basic(r, "bar:wrong")),
        row("unknown client", 401, "invalid_client", r -> basic(r, "nobody:wrong")),
        row("a user as client", 401, "invalid_client", r -> basic(r, "alice:wrong")),
        row("empty credentials", 401, "invalid_client", r -> basic(r, ":")),
        row("empty secret", 401, "invalid_client", r -> basic(r, "bar:")),
        row("no colon", 401, "invalid_client", r -> basic(r, "bar")),
        row("bad escape", 401, "invalid_client", r -> basic(r, "%zz:x")),
        row("no base64", 401, "invalid_client", r -> r.unauthorized().authorized("Basic !!!")),
        row("other scheme", 401, "invalid_client", r -> r.unauthorized().authorized("Bearer x")),
        row("scheme alone", 401, "invalid_client", r -> r.unauthorized().authorized("Basic")),
        row("empty header", 401, "invalid_client", r -> r.unauthorized().authorized("")),
        row("two headers", 401, "invalid_client", r -> r.authorized("Basic YTpi")),
        row("second method", 400, "invalid_request", r -> r.with("client_secret", "x")),
        row("assertion as well", 400, "invalid_request", r -> r.with("client_assertion", "x")),
        row("other client_id", 400, "invalid_request", r -> r.with("client_id", "baz")));
  }

  static RawRequest basic(RawRequest request, String credentials) {
    String encoded = Base64.getEncoder().encodeToString(Forge.utf8(credentials));
    return request.unauthorized().authorized("Basic " + encoded);
  }

  private static List<BadRequest> presence() {
    return List.of(
        refused("no subject token", r -> r.without("subject_token")),
        refused("empty subject token", r -> r.with("subject_token", "")),
        refused("no subject token type", r -> r.without("subject_token_type")),
        refused("other subject token type", r -> r.with("subject_token_type", type("id_token"))),
        refused("actor token without type", r -> r.without("actor_token_type")),
        refused("actor token with empty type", r -> r.with("actor_token_type", "")),
        refused("actor token type without token", r -> r.without("actor_token")),
        refused("other actor token type", r -> r.with("actor_token_type", type("saml2"))),
        refused("unknown requested type", r -> r.with("requested_token_type", "x")),
        refused(
            "refresh token wanted", r -> r.with("requested_token_type", type("refresh_token"))));
  }

  private static String type(String name) {
    return "urn:ietf:params:oauth:token-type:" + name;
  }

  private static List<BadRequest> repeated() {
    return Stream.of(
            "grant_type",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "actor_token_type",
            "requested_token_type",
            "scope",
            "client_id",
            "unknown")
        .map(name -> refused(name + " twice", r -> r.and(name, "x").and(name, "x")))
        .toList();
  }

  private static List<BadRequest> forged() {
    return List.of(
        subject("garbage", (world, good) -> "x"),
        subject("changed", (world, good) -> good + "A"),
        subject("of a foreign key", (world, good) -> foreign(World.subjectClaims())),
        subject("expired", (w, good) -> sign(w, World.subjectClaims().with("exp", "" + Forge.NOW))),
        subject(
            "of another issuer", (w, good) -> sign(w, World.subjectClaims().withText("iss", "x"))),
        subject(
            "for another agent",
            (w, good) -> sign(w, World.subjectClaims().withText("aud", "baz"))),
        subject("for a resource", (w, good) -> sign(w, Forge.claims())),
        subject("of another type", BadRequest::idToken),
        subject("with 17 actors", (w, good) -> sign(w, acted(17))),
        subject("with 16 actors", (w, good) -> sign(w, acted(16))),
        actor("garbage", (world, good) -> "x"),
        actor("of a foreign key", (world, good) -> foreign(World.actorClaims())),
        actor("expired", (w, good) -> sign(w, World.actorClaims().with("exp", "" + Forge.NOW))),
        actor("for the agent", (w, good) -> sign(w, World.actorClaims().withText("aud", "bar"))),
        actor(
            "for a resource",
            (w, good) -> w.agent("bar").accessToken("files").orElseThrow().value()),
        actor("of another client", (w, good) -> w.agent("baz").actorToken().orElseThrow().value()),
        actor("of a user", (w, good) -> sign(w, World.actorClaims().withText("sub", "alice"))),
        actor(
            "with an actor",
            (w, good) -> sign(w, World.actorClaims().with("act", "{\"sub\":\"x\"}"))),
        actor("which is the subject token", (w, good) -> w.subjectToken().value()));
  }

  private static RawJson acted(int length) {
    return World.subjectClaims().with("act", ClaimsAttacks.chain(length));
  }

  private static String sign(World world, RawJson claims) {
    return world.forge().sign(claims).value();
  }

  private static String foreign(RawJson claims) {
    return Forge.ofService(666, SigningAlgorithm.ES256).sign(claims).value();
  }

  private static String idToken(World world, String good) {
    RawJson header = world.forge().header().withText("typ", "JWT");
    return world.forge().sign(header, World.subjectClaims()).value() + good.substring(0, 0);
  }

  private static List<BadRequest> targets() {
    return List.of(
        target("no target", r -> r.without("audience")),
        target("empty target", r -> r.with("audience", "")),
        target("unknown audience", r -> r.with("audience", "nowhere")),
        target("audience is a user", r -> r.with("audience", "bob")),
        target("audience is the service", r -> r.with("audience", Forge.ISSUER)),
        target("audience is the login page", r -> r.with("audience", TokenDraft.LOGIN_CLIENT)),
        target("audience in other case", r -> r.with("audience", "FILES")),
        target("two audiences", r -> r.and("audience", "mail")),
        target("one audience twice", r -> r.and("audience", "files")),
        target("audience and resource", r -> r.with("resource", "https://api.example/v1")),
        target("unknown resource", r -> resource(r, "https://api.example/v2")),
        target("resource with a slash more", r -> resource(r, "https://api.example/v1/")),
        target("relative resource", r -> resource(r, "/v1")),
        target("resource by name", r -> resource(r, "files")),
        target("resource with fragment", r -> resource(r, "https://api.example/v1#top")),
        target("resource with empty fragment", r -> resource(r, "https://api.example/v1#")),
        target("resource that is no URI", r -> resource(r, "https://api example/")),
        target("resource is the service", r -> resource(r, Forge.ISSUER)));
  }

  private static RawRequest resource(RawRequest request, String uri) {
    return request.without("audience").with("resource", uri);
  }

  private static List<BadRequest> scopes() {
    return List.of(
        scope("wider", r -> r.with("scope", "files mail")),
        scope("other", r -> r.with("scope", "mail")),
        scope("other action", r -> r.with("scope", "mail:read")),
        scope("longer name", r -> r.with("scope", "files2")),
        scope("two spaces", r -> r.with("scope", "files  files")),
        scope("not printable", r -> r.with("scope", "files\u0007")),
        scope("of another resource than the audience", r -> r.with("audience", "mail")));
  }

  private static BadRequest row(
      String name, int status, String code, UnaryOperator<RawRequest> change) {
    return new BadRequest(name, status, code, (world, request) -> change.apply(request));
  }

  private static BadRequest refused(String name, UnaryOperator<RawRequest> change) {
    return row(name, 400, "invalid_request", change);
  }

  private static BadRequest target(String name, UnaryOperator<RawRequest> change) {
    return row(name, 400, "invalid_target", change);
  }

  private static BadRequest scope(String name, UnaryOperator<RawRequest> change) {
    return row("scope: " + name, 400, "invalid_scope", change);
  }

  private static BadRequest subject(String name, BiFunction<World, String, String> token) {
    return token("subject_token", "subject token " + name, token);
  }

  private static BadRequest actor(String name, BiFunction<World, String, String> token) {
    return token("actor_token", "actor token " + name, token);
  }

  private static BadRequest token(
      String parameter, String name, BiFunction<World, String, String> token) {
    return new BadRequest(
        name,
        400,
        "invalid_request",
        (world, r) -> r.with(parameter, token.apply(world, world.subjectToken().value())));
  }
}
