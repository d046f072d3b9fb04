package dev.onbehalf.token;

import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The embedded token service: accounts, clients, logins and the token endpoint (RFC 8693). */
public final class TokenService implements Registrar {
  /** The client that users log in with; like the issuer below, no name of a scenario ends so. */
  static final String LOGIN_CLIENT = "https://login.example/";

  /** The broker, as tokens name it. */
  public static final String BROKER = "https://broker.example/";

  /** The gateway, as tokens name it and as it authenticates when it exchanges tokens. */
  public static final String GATEWAY = "https://gateway.example/";

  private static final String SEEDED_ISSUER = "https://token.example/";
  private static final Duration SEEDED_LIFETIME = Duration.ofMinutes(5);
  private static final int SECRET_LENGTH = 32;

  /** Sets the random numbers of secrets apart from those of the key. */
  private static final long SECRETS = 0x5EC2E75L;

  private final String issuer;
  private final SecureRandom random;
  private final SigningKey key;
  private final OperationMeter meter = new OperationMeter();
  private final Registry registry = new Registry();
  private final Map<String, RegisteredClient> clients = new HashMap<>();
  private final Map<String, AgentClient> agents = new HashMap<>();
  private final SignatureVerifier signatureVerifier;
  private final TimeRules timeRules;
  private final TokenSigner signer;
  private final TokenIssuer tokenIssuer;
  private final TokenEndpoint endpoint;
  private final Vault vault = new Vault(this::logIn, this::secret);
  private final Consents consents = new Consents();
  private final AuthorizationCodes codes;
  private final AuthorizationEndpoint authorizationEndpoint;
  private final Workloads workloads;
  private final MacaroonMint macaroonMint;
  private IssuanceGate issuanceGate = IssuanceGate.OPEN;

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
    this(issuer, SigningKey.generate(algorithm, random), tokenLifetime, clock, random, ids);
  }

  private TokenService(
      String issuer,
      SigningKey key,
      Duration tokenLifetime,
      Clock clock,
      SecureRandom random,
      Supplier<String> ids) {
    requireWholeSeconds(tokenLifetime);
    this.issuer = issuer;
    this.random = random;
    registry.add(issuer, Party.TOKEN_SERVICE);
    registry.add(LOGIN_CLIENT, Party.LOGIN);
    registry.add(BROKER, Party.BROKER);
    this.key = key;
    signatureVerifier = new SignatureVerifier(TokenType.ACCESS_TOKEN, key, meter);
    timeRules = new TimeRules(clock, tokenLifetime, Duration.ZERO);
    signer = new TokenSigner(key, key.signer(random, meter));
    tokenIssuer = new TokenIssuer(issuer, signer, clock, tokenLifetime, ids);
    codes = new AuthorizationCodes(clock, this::secret);
    authorizationEndpoint = new AuthorizationEndpoint(issuer, clients, registry, consents, codes);
    workloads =
        new Workloads(
            registry,
            new IdentityTokenVerifier(issuer, key, timeRules, meter),
            new WorkloadKeys(
                key,
                new IdentityTokenIssuer(issuer, signer, clock, tokenLifetime, ids),
                clock,
                ids,
                meter),
            clock,
            this::randomOfItsOwn);
    endpoint = new TokenEndpoint(new ClientAuthenticator(clients), grants());
    macaroonMint = new MacaroonMint(registry, clock, tokenLifetime, random);
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
      case CLIENT ->
          registerClient(
              name,
              List.of(
                  ClientCredentials.GRANT_TYPE,
                  TokenExchange.GRANT_TYPE,
                  CodeRedemption.GRANT_TYPE));
      case CONSENT -> addConsent(name, registration.names().get(1));
      case CERTIFICATE -> workloads.registerCertificate(name);
      case WORKLOAD_KEY -> workloads.registerKey(name);
      case ROOT_KEY -> macaroonMint.registerRootKey(name, registration.names().get(1));
      case AGENT_NAME -> registry.add(name, Party.AGENT);
      case VAULT_ENTRY -> {
        registry.require(registration.names().get(1), Party.RESOURCE);
        vault.deposit(name, registration.names().get(1));
      }
    }
  }

  void registerClient(String client, List<String> grantTypes) {
    registry.add(client, client.equals(GATEWAY) ? Party.GATEWAY : Party.CLIENT);
    String secret = secret();
    RegisteredClient registered = new RegisteredClient(client, secret, grantTypes);
    ClientConnection connection = new ClientConnection(client, secret, endpoint, meter);
    clients.put(client, registered);
    agents.put(
        client,
        new AgentClient(
            client,
            issuer,
            connection,
            new CodeFlow(registered, issuer, connection, this::secret)));
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
    return signer.signed();
  }

  /** Logs a registered user in. */
  public UserSession logIn(String user) {
    registry.require(user, Party.USER);
    return new UserSession(
        user, registry, tokenIssuer, authorizationEndpoint, meter, vault, consents, macaroonMint);
  }

  /** Whether the name is a registered client's. */
  public boolean isClient(String name) {
    return agents.containsKey(name);
  }

  /** A registered agent, ready to ask for tokens. */
  public AgentClient client(String agent) {
    AgentClient client = agents.get(agent);
    if (client == null) {
      throw new IllegalArgumentException("expected a client, found " + PlainText.quote(agent));
    }
    return client;
  }

  /** A registered agent, with the certificate or key that it has of its own. */
  public Workload workload(String agent) {
    return workloads.find(agent);
  }

  /** The TLS server before the resources. */
  public TlsServer tlsServer() {
    return workloads.tlsServer();
  }

  /** The verifier of the actors' own step proofs that the resources' servers use. */
  public ChainVerifier chainVerifier() {
    return new ChainVerifier(workloads.stepProofVerifier());
  }

  /** The verifier of macaroons that the resource's server uses, with its own root keys. */
  public MacaroonVerifier macaroonVerifierFor(String resource) {
    return macaroonMint.verifierFor(resource);
  }

  /** The verifier of workloads' proofs that the resource's server uses. */
  public WorkloadVerifier workloadVerifierFor(String resource) {
    return workloads.verifierFor(resource);
  }

  /** Lets the gate decide, from now on, which tokens for resources are issued by exchange. */
  public void guardIssuance(IssuanceGate gate) {
    issuanceGate = gate;
  }

  /**
   * The login that a user left with the broker.
   *
   * @throws InvalidTokenException when there is none under the reference
   */
  public VaultEntry vaultEntry(String reference) throws InvalidTokenException {
    return vault.entry(reference);
  }

  /** The verifier that a resource's server, the broker or the gateway uses for tokens to it. */
  public TokenVerifier verifierFor(String audience) {
    registry.require(audience, Party.RESOURCE, Party.BROKER, Party.GATEWAY);
    return verifierFor(List.of(audience));
  }

  /** Counts the signatures, verifications and round trips of this service and its verifiers. */
  public OperationMeter meter() {
    return meter;
  }

  /** The bare signature operations on a token of this service. */
  public RawOperations rawOperations(CompactToken token) {
    try {
      return key.rawOperations(token, random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }

  TokenIssuer tokenIssuer() {
    return tokenIssuer;
  }

  TokenEndpoint endpoint() {
    return endpoint;
  }

  private TokenVerifier verifierFor(List<String> audiences) {
    return new TokenVerifier(signatureVerifier, new ClaimsRules(issuer, audiences, timeRules));
  }

  private Map<String, Grant> grants() {
    ExchangedTokens exchanged = new ExchangedTokens(issuer, this::verifierFor);
    return Map.of(
        ClientCredentials.GRANT_TYPE, new ClientCredentials(registry, tokenIssuer),
        CodeRedemption.GRANT_TYPE, new CodeRedemption(codes, tokenIssuer),
        TokenExchange.GRANT_TYPE,
            new TokenExchange(
                registry,
                exchanged,
                tokenIssuer,
                new StepProofGrant(workloads.stepProofVerifier()),
                () -> issuanceGate));
  }

  /** So that how many numbers one part takes changes nothing for the others. */
  private SecureRandom randomOfItsOwn() {
    return seededRandom(random.nextLong());
  }

  private String secret() {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return Base64URL.encode(secret).toString();
  }

  private static void requireWholeSeconds(Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.toNanosPart() != 0) {
      throw new IllegalArgumentException("expected a lifetime of whole seconds, found " + lifetime);
    }
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
