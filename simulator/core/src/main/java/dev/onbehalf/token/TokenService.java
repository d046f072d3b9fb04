package dev.onbehalf.token;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The embedded token service: accounts, clients, logins and the token endpoint (RFC 8693). */
public final class TokenService implements Registrar {
  /** The client that users log in with; like the issuer below, no name of a scenario ends so. */
  static final String LOGIN_CLIENT = "https://login.example/";

  private static final String SEEDED_ISSUER = "https://token.example/";
  private static final Duration SEEDED_LIFETIME = Duration.ofMinutes(5);

  /** Sets the random numbers of secrets apart from those of the key. */
  private static final long SECRETS = 0x5EC2E75L;

  /** Sets the key of the resources' own server apart from this service's. */
  private static final long RESOURCES = 0x2E50CEL;

  private final Secrets secrets;
  private final AuthorityFactory authorities;
  private final Supplier<SigningKey> resourceKey;
  private final OperationMeter meter = new OperationMeter();
  private final Registry registry = new Registry();
  private final Clients clients;
  private final Map<String, AgentClient> agents = new HashMap<>();
  private final Authority authority;
  private final SignatureVerifier signatureVerifier;
  private final TokenIssuer tokenIssuer;
  private final TokenEndpoint endpoint;
  private final Consents consents = new Consents();
  private final AuthorizationEndpoint authorizationEndpoint;
  private Optional<ResourceAuthorizationServer> resourceServer = Optional.empty();

  /**
   * Starts a token service with nobody registered.
   *
   * @param tokenLifetime of every token issued
   * @param random for keys, client secrets and signatures
   * @param ids for {@code jti}
   */
  public TokenService(
      String issuer,
      SigningAlgorithm algorithm,
      Duration tokenLifetime,
      Clock clock,
      SecureRandom random,
      Supplier<String> ids) {
    this(
        issuer,
        SigningKey.generate(algorithm, random),
        () -> SigningKey.generate(algorithm, random),
        tokenLifetime,
        clock,
        random,
        ids);
  }

  private TokenService(
      String issuer,
      SigningKey key,
      Supplier<SigningKey> resourceKey,
      Duration tokenLifetime,
      Clock clock,
      SecureRandom random,
      Supplier<String> ids) {
    secrets = new Secrets(random);
    clients = new Clients(secrets, meter);
    registry.add(issuer, Party.TOKEN_SERVICE);
    registry.add(LOGIN_CLIENT, Party.LOGIN);
    registry.add(TransactionTokenService.TRUST_DOMAIN, Party.TRUST_DOMAIN);
    this.resourceKey = resourceKey;
    authorities = new AuthorityFactory(tokenLifetime, clock, random, ids, meter);
    authority = authorities.create(issuer, key);
    signatureVerifier = authority.signatures(TokenType.ACCESS_TOKEN);
    tokenIssuer = new TokenIssuer(authority);
    AuthorizationCodes codes = new AuthorizationCodes(clock, secrets);
    authorizationEndpoint =
        new AuthorizationEndpoint(issuer, clients.byId(), registry, consents, codes);
    endpoint =
        new TokenEndpoint(
            new ClientAuthenticator(clients.byId()),
            Grants.of(
                authority,
                registry,
                codes,
                new ExchangedTokens(authority.name(), this::verifierFor)));
  }

  /** A service whose keys, secrets and ids follow from the seed. */
  public static TokenService seeded(long seed, SigningAlgorithm algorithm, Clock clock) {
    return seeded(seed, algorithm, SigningProvider.JDK, clock);
  }

  /** Such a service whose signatures the provider makes; only they depend on the provider. */
  public static TokenService seeded(
      long seed, SigningAlgorithm algorithm, SigningProvider provider, Clock clock) {
    // Of its own, since not every provider takes the random numbers of its signatures from us.
    SecureRandom ids = seededRandom(~seed);
    return new TokenService(
        SEEDED_ISSUER,
        SeededKeys.of(seed, algorithm, provider),
        () -> SeededKeys.of(seed ^ RESOURCES, algorithm, provider),
        SEEDED_LIFETIME,
        clock,
        seededRandom(seed ^ SECRETS),
        () -> id(ids));
  }

  /** Makes a resource known, so that it can be an audience (RFC 8707 section 2). */
  public void registerResource(String resource) {
    registry.add(resource, Party.RESOURCE);
  }

  @Override
  public void register(Registration registration) {
    String name = registration.names().get(0);
    switch (registration.kind()) {
      case USER -> registry.add(name, Party.USER);
      case CLIENT -> registerClient(name, Grants.OF_AGENTS);
      case RESOURCE_CLIENT -> registerResourceClient(name, resourceServer());
      case CONSENT -> addConsent(name, registration.names().get(1));
    }
  }

  void registerClient(String client, List<String> grantTypes) {
    registry.add(client, Party.CLIENT);
    ClientConnection connection = clients.register(client, grantTypes, endpoint);
    CodeFlow codeFlow = new CodeFlow(authority.name(), connection, secrets);
    agents.put(client, new AgentClient(authority.name(), connection, codeFlow, this::elsewhere));
  }

  private ClientConnection elsewhere(String client) {
    return resourceServer().connection(client);
  }

  // the same names at both servers, so that none is taken for another party's
  private void registerResourceClient(String client, ResourceAuthorizationServer server) {
    registry.require(client, Party.CLIENT);
    server.registerClient(client);
  }

  private void addConsent(String user, String client) {
    registry.require(user, Party.USER);
    registry.require(client, Party.CLIENT);
    consents.add(user, client);
  }

  /** How many accounts and clients someone must look after. */
  public int standingCredentials() {
    return registry.credentials();
  }

  /** How many tokens were issued so far. */
  public long tokensIssued() {
    return authority.signer().signed()
        + resourceServer.map(ResourceAuthorizationServer::tokensIssued).orElse(0L);
  }

  /** Logs a registered user in. */
  public UserSession logIn(String user) {
    registry.require(user, Party.USER);
    return new UserSession(
        user, registry, tokenIssuer, new IdTokenIssuer(authority), authorizationEndpoint, meter);
  }

  /** A registered agent, ready to ask for tokens. */
  public AgentClient client(String agent) {
    AgentClient client = agents.get(agent);
    if (client == null) {
      throw new IllegalArgumentException("expected a client, found " + PlainText.quote(agent));
    }
    return client;
  }

  /**
   * The verifier that the resource's server uses for access tokens: this service's, and those of
   * the resources' own server if there is one by now.
   */
  public TokenVerifier verifierFor(String resource) {
    registry.require(resource, Party.RESOURCE);
    List<String> audiences = List.of(resource);
    List<TrustedIssuer> issuers = new ArrayList<>(List.of(trusted(audiences)));
    resourceServer.ifPresent(server -> issuers.add(server.trusted(audiences)));
    return new TokenVerifier(issuers);
  }

  /** The verifier that every resource's server uses for transaction tokens. */
  public TransactionTokenVerifier transactionTokenVerifier() {
    return new TransactionTokenVerifier(authority);
  }

  /** Counts the signatures, verifications and round trips of this service and its verifiers. */
  public OperationMeter meter() {
    return meter;
  }

  /** The bare signature operations on a token of this service. */
  public RawOperations rawOperations(CompactToken token) {
    return authority.rawOperations(token);
  }

  /** Started when it is first asked for: making a key takes time. */
  ResourceAuthorizationServer resourceServer() {
    if (resourceServer.isEmpty()) {
      registry.add(ResourceAuthorizationServer.ISSUER, Party.AUTHORIZATION_SERVER);
      resourceServer =
          Optional.of(
              new ResourceAuthorizationServer(
                  authorities.create(ResourceAuthorizationServer.ISSUER, resourceKey.get()),
                  authority,
                  new Clients(secrets, meter),
                  registry));
    }
    return resourceServer.get();
  }

  TokenIssuer tokenIssuer() {
    return tokenIssuer;
  }

  TokenEndpoint endpoint() {
    return endpoint;
  }

  private TokenVerifier verifierFor(List<String> audiences) {
    return new TokenVerifier(List.of(trusted(audiences)));
  }

  private TrustedIssuer trusted(List<String> audiences) {
    return new TrustedIssuer(signatureVerifier, new ClaimsRules(authority.envelope(audiences)));
  }

  private static String id(SecureRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  // this generator alone lets a seed set before the first use replace the system's entropy
  static SecureRandom seededRandom(long seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA1PRNG", e);
    }
  }
}
