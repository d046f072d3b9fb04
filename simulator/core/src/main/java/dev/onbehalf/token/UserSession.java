package dev.onbehalf.token;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.grant.IdTokens;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.kerberos.KeyDistributionCenter;
import dev.onbehalf.token.kerberos.ServiceTicket;
import dev.onbehalf.token.macaroon.MacaroonMint;
import dev.onbehalf.token.macaroon.MacaroonToken;
import dev.onbehalf.token.registry.Consents;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A user's login: the tokens that it yields, each kept until it expires. Where nobody is logged in,
 * whatever it is asked for ends in a {@link LoginRequiredException}.
 */
public final class UserSession {
  private final String user;
  private final RunContext login;
  private final Registry registry;
  private final TokenSource source;
  private final IdTokens idTokenIssuer;
  private final OperationMeter meter;
  private final MacaroonMint macaroonMint;
  private final Supplier<KeyDistributionCenter> center;
  private final Map<String, ServiceTicket> tickets = new HashMap<>();
  private final Vault vault;
  private final Consents consents;
  private final boolean present;
  private final KeptTokens<TokenDraft> kept;
  private final KeptTokens<String> keptIdTokens;

  UserSession(
      String user,
      RunContext login,
      Registry registry,
      TokenSource source,
      Clock clock,
      IdTokens idTokenIssuer,
      OperationMeter meter,
      Vault vault,
      Consents consents,
      MacaroonMint macaroonMint,
      Supplier<KeyDistributionCenter> center,
      boolean present) {
    this.present = present;
    kept = new KeptTokens<>(clock);
    keptIdTokens = new KeptTokens<>(clock);
    this.user = user;
    this.login = login;
    this.registry = registry;
    this.source = source;
    this.idTokenIssuer = idTokenIssuer;
    this.meter = meter;
    this.macaroonMint = macaroonMint;
    this.center = center;
    this.vault = vault;
    this.consents = consents;
  }

  /** The user who is logged in, or the word for nobody where an agent works on its own. */
  public String user() {
    return user;
  }

  /** The session of nobody, or of a user who is away or locked out, yields nothing but a name. */
  private void requireLogin() {
    if (!isLoggedIn()) {
      throw new LoginRequiredException();
    }
  }

  private boolean isLoggedIn() {
    return present && registry.find(user).isPresent();
  }

  /** The user's own access token for the resource, with every action of it as scope. */
  public CompactToken accessToken(String resource) {
    return accessToken(resource, new TreeMap<>());
  }

  /**
   * The user's own access token for the resource, with the context that the call is made in (RFC
   * 9396 section 9.1).
   */
  public CompactToken accessToken(String resource, SortedMap<String, String> context) {
    registry.require(resource, Party.RESOURCE);
    return token(resource, resource, context);
  }

  /** The user's own macaroon of the resource, which takes no token service. */
  public MacaroonToken macaroon(String resource) {
    requireLogin();
    return macaroonMint.mint(user, resource);
  }

  /**
   * The user's own Kerberos ticket for a resource, or for the agent that is to ask for others with
   * it (RFC 4120 section 3.3), kept until it expires.
   */
  public ServiceTicket ticket(String service) {
    requireLogin();
    tickets.values().removeIf(ticket -> !ticket.isGood());
    return tickets.computeIfAbsent(service, any -> center.get().ticket(user, service));
  }

  /**
   * The token that the user hands to an agent as subject token (RFC 8693 section 2.1): its audience
   * is the client that is to exchange it, its scope every action of the resource.
   *
   * @param agent the agent, or the gateway or broker that it calls through
   */
  public CompactToken subjectToken(String agent, String resource) {
    return subjectToken(agent, resource, new TreeMap<>());
  }

  /** Such a subject token with the context that the call is made in (RFC 9396 section 9.1). */
  public CompactToken subjectToken(
      String agent, String resource, SortedMap<String, String> context) {
    registry.require(agent, Party.CLIENT, Party.GATEWAY, Party.BROKER);
    registry.require(resource, Party.RESOURCE);
    return token(agent, resource, context);
  }

  /** What tells the agent, and nobody else, who has logged in (OpenID Connect Core section 2). */
  public CompactToken idToken(String agent) {
    requireLogin();
    registry.require(agent, Party.CLIENT);
    return keptIdTokens.token(agent, () -> idTokenIssuer.issue(user, login, agent));
  }

  /**
   * A subject token that only the agent can exchange, by the user's consent: it names the agent in
   * {@code may_act} (RFC 8693 section 4.4).
   */
  public CompactToken consentedToken(String agent, String resource) {
    requireLogin();
    registry.require(agent, Party.CLIENT);
    registry.require(resource, Party.RESOURCE);
    consents.require(user, agent);
    return token(
        draft(agent, resource, new TreeMap<>()).withMayAct(new Actor(agent, Optional.empty())));
  }

  /** Whether the user gave the token away, or still has it, and no client asked for it. */
  public boolean hasYielded(CompactToken token) {
    return kept.purpose(token).isPresent();
  }

  /** The token for the same purpose as of now, if it is one that this login yielded. */
  public CompactToken renewed(CompactToken token) {
    return kept.purpose(token).filter(any -> isLoggedIn()).map(this::token).orElse(token);
  }

  /** The access token of somebody else, who left a login for the resource for whoever asks. */
  public Refusable<CompactToken> tokenLeftBy(String owner, String resource) {
    return vault.accessToken(owner, resource);
  }

  /**
   * Takes a client's request to the authorization endpoint, and the answer back (RFC 6749 section
   * 4.1): the round trip of the user's browser. It is refused when there is nobody to take an
   * answer to.
   */
  public Refusable<URI> authorize(URI request) {
    requireLogin();
    meter.countRoundTrip();
    return source.authorize(user, login, request);
  }

  private CompactToken token(String audience, String resource, SortedMap<String, String> context) {
    return token(draft(audience, resource, context));
  }

  private TokenDraft draft(String audience, String resource, SortedMap<String, String> context) {
    requireLogin();
    SortedMap<String, String> told = new TreeMap<>(login.attributes());
    told.putAll(context);
    return TokenDraft.of(user, audience, TokenDraft.LOGIN_CLIENT, List.of(Scope.of(resource)))
        .within(new RunContext(told));
  }

  private CompactToken token(TokenDraft draft) {
    return kept.token(draft, () -> source.loginToken(draft));
  }
}
