package dev.onbehalf.token;

import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.grant.ClientAuthenticator;
import dev.onbehalf.token.grant.ClientCredentials;
import dev.onbehalf.token.grant.ExchangeGrant;
import dev.onbehalf.token.grant.Grant;
import dev.onbehalf.token.grant.IdentityProvider;
import dev.onbehalf.token.grant.IssuanceGate;
import dev.onbehalf.token.grant.LaxExchange;
import dev.onbehalf.token.grant.LaxIdentityProvider;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.grant.TokenEndpoint;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.Randomness;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningKey;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A token endpoint with the key of a token service, and some of the checks left out; it exists in
 * tests alone.
 */
public final class LaxServers {
  private static final String ISSUER = "https://token.example/";

  private final TokenService service;
  private final Authority authority;
  private final TokenEndpoint exchanges;
  private final TokenEndpoint assertions;
  private final Map<String, RegisteredClient> clients = new HashMap<>();

  /** Beside the seeded service, for clients and resources that it knows already. */
  public LaxServers(
      TokenService service,
      long seed,
      Clock clock,
      List<String> users,
      List<String> agents,
      List<String> resources,
      Set<Flaw> flaws) {
    this.service = service;
    Registry registry = new Registry();
    registry.add(ISSUER, Party.TOKEN_SERVICE);
    users.forEach(user -> registry.add(user, Party.USER));
    agents.forEach(agent -> registry.add(agent, Party.CLIENT));
    resources.forEach(resource -> registry.add(resource, Party.RESOURCE));
    resources.forEach(
        resource ->
            registry.add(
                ResourceAuthorizationServer.issuerOf(resource), Party.AUTHORIZATION_SERVER));
    SecureRandom random = Randomness.seeded(seed ^ 1);
    authority =
        new Authority(
            ISSUER,
            SigningKey.seeded(seed, SigningAlgorithm.ES256, SigningProvider.JDK),
            new Authority.Terms(
                Duration.ofMinutes(5),
                clock,
                random,
                () -> Randomness.id(random),
                new OperationMeter()));
    Grant lax =
        new LaxExchange(
            ISSUER,
            registry,
            service.resourceServers()::ownVerifierFor,
            service.tokenIssuer(),
            flaws);
    Grant own = new ClientCredentials(registry, service.tokenIssuer());
    Grant assertion =
        new LaxIdentityProvider(
            authority,
            new IdentityProvider(
                authority,
                registry,
                ResourceAuthorizationServer::resourceOf,
                () -> IssuanceGate.OPEN),
            flaws);
    exchanges = endpoint(Map.of(ExchangeGrant.GRANT_TYPE, lax, ClientCredentials.GRANT_TYPE, own));
    assertions = endpoint(Map.of(ExchangeGrant.GRANT_TYPE, assertion));
  }

  private TokenEndpoint endpoint(Map<String, Grant> grants) {
    return new TokenEndpoint(new ClientAuthenticator(clients), grants);
  }

  /** The agent's client, which turns to the endpoint that exchanges access tokens. */
  public AgentClient exchanging(String agent) {
    return client(agent, exchanges);
  }

  /** The agent's client, which turns to the endpoint that asserts who has logged in. */
  public AgentClient asserting(String agent) {
    return client(agent, assertions);
  }

  private AgentClient client(String agent, TokenEndpoint endpoint) {
    RegisteredClient client =
        new RegisteredClient(agent, "secret of " + agent, Grants.OF_AGENTS, false);
    clients.put(agent, client);
    ClientConnection connection =
        new ClientConnection(client, "secret of " + agent, endpoint::handle, service.meter());
    return new AgentClient(
        ISSUER,
        connection,
        new CodeFlow(ISSUER, connection, () -> "none"),
        (id, resource) -> service.resourceServer(resource).connection(id));
  }

  /** A verifier that takes tokens made out to any of these. */
  public static TokenVerifier taking(TokenService service, List<String> audiences) {
    return service.resourceServers().ownVerifierFor(audiences);
  }
}
