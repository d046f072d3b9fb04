package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.AuthorizationCodes;
import dev.onbehalf.token.grant.AuthorizationEndpoint;
import dev.onbehalf.token.grant.ClientAuthenticator;
import dev.onbehalf.token.grant.ExchangeRule;
import dev.onbehalf.token.grant.ExchangedTokens;
import dev.onbehalf.token.grant.IdTokens;
import dev.onbehalf.token.grant.IntrospectionEndpoint;
import dev.onbehalf.token.grant.IssuanceGate;
import dev.onbehalf.token.grant.IssuedTokens;
import dev.onbehalf.token.grant.JwtBearer;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.grant.RevocationEndpoint;
import dev.onbehalf.token.grant.StepProofExtension;
import dev.onbehalf.token.grant.TokenEndpoint;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.Randomness;
import dev.onbehalf.token.jose.RawOperations;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningKey;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.jose.TimeRules;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.macaroon.MacaroonMint;
import dev.onbehalf.token.registry.Consents;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registrar;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registry;
import dev.onbehalf.token.workload.AgentCredentials;
import dev.onbehalf.token.workload.EnrolledWorkloads;
import dev.onbehalf.token.workload.WorkloadIdentityTokenIssuer;
import dev.onbehalf.token.workload.WorkloadIdentityTokenVerifier;
import dev.onbehalf.token.workload.WorkloadKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The embedded token service: accounts, clients, logins and the token endpoint (RFC 8693). */
public final class TokenService implements Registrar {
  /** The broker, as tokens name it. */
  public static final String BROKER = "https://broker.example/";

  /** The gateway, as tokens name it and as it authenticates when it exchanges tokens. */
  public static final String GATEWAY = "https://gateway.example/";

  private static final String SEEDED_ISSUER = "https://token.example/";
  private static final Duration SEEDED_LIFETIME = Duration.ofMinutes(5);

  /** Sets the random numbers of secrets apart from those of the key. */
  private static final long SECRETS = 0x5EC2E75L;

  /** Sets the key of the resources' own servers, one for all of them, apart from this service's. */
  private static final long RESOURCES = 0x2E50CEL;

  private final Supplier<String> secrets;
  private final OperationMeter meter = new OperationMeter();
  private final Registry registry = new Registry();
  private final Clients clients;
  private final Map<String, AgentClient> agents = new HashMap<>();
  private final Authority authority;
  private final TokenIssuer tokenIssuer;
  private final TokenEndpoint endpoint;
  private final RevocationEndpoint revocationEndpoint;
  private final IntrospectionEndpoint introspectionEndpoint;
  private final Map<String, RegisteredClient> resources = new HashMap<>();
  private final Vault vault;
  private final Consents consents = new Consents();
  private final TokenSource source;
  private final ResourceDomain resourceDomain;
  private final EnrolledWorkloads workloads;
  private final MacaroonMint macaroonMint;
  private final ServicePrincipals principals;
  private final ResourceServers resourceServers;
  private final IdTokens idTokens;
  private final Set<ExchangeRule> omitted = EnumSet.noneOf(ExchangeRule.class);
  private IssuanceGate issuanceGate = IssuanceGate.OPEN;
  private Optional<TokenSource> resourceProduct = Optional.empty();

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
        ids,
        Optional.empty());
  }

  private TokenService(
      String issuer,
      SigningKey key,
      Supplier<SigningKey> resourceKey,
      Duration tokenLifetime,
      Clock clock,
      SecureRandom random,
      Supplier<String> ids,
      Optional<TokenSource> product) {
    secrets = () -> Randomness.secret(random);
    clients = new Clients(secrets, meter);
    registry.add(issuer, Party.TOKEN_SERVICE);
    registry.add(TokenDraft.LOGIN_CLIENT, Party.LOGIN);
    registry.add(BROKER, Party.BROKER);
    registry.add(TransactionTokenVerifier.TRUST_DOMAIN, Party.TRUST_DOMAIN);
    Authority.Terms terms = new Authority.Terms(tokenLifetime, clock, random, ids, meter);
    authority = new Authority(issuer, key, terms);
    resourceDomain =
        new ResourceDomain(
            registry,
            resource ->
                resourceProduct
                    .map(one -> ResourceAuthorizationServer.of(one, new Clients(secrets, meter)))
                    .orElseGet(() -> resourceServer(resource, resourceKey.get(), terms)));
    tokenIssuer = new TokenIssuer(authority);
    idTokens = new IdTokens(authority);
    vault = new Vault(tokenIssuer);
    AuthorizationCodes codes = new AuthorizationCodes(clock, secrets);
    AuthorizationEndpoint authorizationEndpoint =
        new AuthorizationEndpoint(issuer, clients.byId(), registry, consents, codes);
    workloads =
        new EnrolledWorkloads(
            registry,
            new WorkloadIdentityTokenVerifier(
                issuer, key, new TimeRules(clock, tokenLifetime, Duration.ZERO), meter),
            new WorkloadKeys(
                key,
                new WorkloadIdentityTokenIssuer(
                    issuer, authority.signer(), clock, tokenLifetime, ids),
                clock,
                ids,
                meter),
            clock,
            () -> Randomness.apartFrom(random));
    macaroonMint = new MacaroonMint(registry, clock, tokenLifetime, random);
    principals =
        new ServicePrincipals(
            registry, meter, clock, tokenLifetime, () -> Randomness.apartFrom(random));
    resourceServers =
        new ResourceServers(
            registry,
            authority,
            this::trusted,
            resourceDomain,
            workloads,
            macaroonMint,
            principals::center);
    IssuedTokens issued = new IssuedTokens(authority, this::isEnabled);
    revocationEndpoint = new RevocationEndpoint(new ClientAuthenticator(clients.byId()), issued);
    introspectionEndpoint = new IntrospectionEndpoint(new ClientAuthenticator(resources), issued);
    endpoint =
        new TokenEndpoint(
            new ClientAuthenticator(clients.byId(), workloads.dpopProofVerifier()),
            Grants.of(
                authority,
                registry,
                codes,
                new ExchangedTokens(
                    authority.name(),
                    registry,
                    resourceServers::ownVerifierFor,
                    issued::isRevoked,
                    omitted),
                new StepProofExtension(workloads.stepProofVerifier()),
                () -> issuanceGate));
    source =
        product.orElseGet(
            () ->
                new EmbeddedSource(
                    endpoint,
                    authorizationEndpoint,
                    tokenIssuer,
                    authority.signatures(TokenType.ACCESS_TOKEN)));
  }

  private TrustedIssuer trusted(List<String> audiences) {
    return source.trusted(audiences);
  }

  private ResourceAuthorizationServer resourceServer(
      String resource, SigningKey key, Authority.Terms terms) {
    Authority own = new Authority(ResourceAuthorizationServer.issuerOf(resource), key, terms);
    return ResourceAuthorizationServer.embedded(
        own,
        new Clients(secrets, meter),
        new JwtBearer(own, authority, resource, registry, () -> issuanceGate));
  }

  /** A service whose keys, secrets and ids follow from the seed. */
  public static TokenService seeded(long seed, SigningAlgorithm algorithm, Clock clock) {
    return seeded(seed, algorithm, SigningProvider.JDK, clock);
  }

  /** Such a service whose signatures the provider makes; only they depend on the provider. */
  public static TokenService seeded(
      long seed, SigningAlgorithm algorithm, SigningProvider provider, Clock clock) {
    return seeded(seed, algorithm, provider, SEEDED_LIFETIME, clock);
  }

  /** Such a service whose tokens live so many whole seconds. */
  public static TokenService seeded(
      long seed,
      SigningAlgorithm algorithm,
      SigningProvider provider,
      Duration tokenLifetime,
      Clock clock) {
    // Of its own, since not every provider takes the random numbers of its signatures from us.
    SecureRandom ids = Randomness.seeded(~seed);
    return new TokenService(
        SEEDED_ISSUER,
        SigningKey.seeded(seed, algorithm, provider),
        () -> SigningKey.seeded(seed ^ RESOURCES, algorithm, provider),
        tokenLifetime,
        clock,
        Randomness.seeded(seed ^ SECRETS),
        () -> Randomness.id(ids),
        Optional.empty());
  }

  /** The same clients, logins and resources before the tokens of a product. */
  public static TokenService before(String issuer, TokenSource product, Clock clock) {
    SecureRandom random = new SecureRandom();
    SigningKey unused = SigningKey.generate(SigningAlgorithm.ES256, random);
    return new TokenService(
        issuer,
        unused,
        () -> unused,
        SEEDED_LIFETIME,
        clock,
        random,
        () -> Randomness.id(random),
        Optional.of(product));
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
      case IMPERSONATOR -> registerClient(name, Grants.OF_AGENTS, true);
      case RESOURCE_CLIENT -> resourceDomain.registerClient(name, registration.names().get(1));
      case CONSENT -> addConsent(name, registration.names().get(1));
      case ADMINISTRATOR_CONSENT -> {
        registry.require(name, Party.CLIENT);
        consents.addForAll(name);
      }
      case CERTIFICATE -> workloads.registerCertificate(name);
      case WORKLOAD_KEY -> workloads.registerKey(name);
      case SERVICE_PRINCIPAL -> principals.register(name);
      case DELEGATION_TARGET -> principals.center().allow(name, registration.names().get(1));
      case ROOT_KEY -> macaroonMint.registerRootKey(name, registration.names().get(1));
      case AGENT_NAME -> registry.add(name, Party.AGENT);
      case VAULT_ENTRY -> {
        registry.require(registration.names().get(1), Party.RESOURCE);
        vault.deposit(name, registration.names().get(1));
      }
    }
  }

  /**
   * Takes back what was registered: the user is locked out, the client disabled, the consent
   * withdrawn, the certificate or key revoked. Tokens that are out already aren't called back.
   */
  public void withdraw(Registration registration) {
    String name = registration.names().get(0);
    switch (registration.kind()) {
      case USER, AGENT_NAME -> registry.remove(name);
      case CLIENT, IMPERSONATOR -> clients.disable(name);
      case RESOURCE_CLIENT -> resourceDomain.disableClient(name, registration.names().get(1));
      case CONSENT -> consents.withdraw(name, registration.names().get(1));
      case ADMINISTRATOR_CONSENT -> consents.withdrawForAll(name);
      case CERTIFICATE -> workloads.revokeCertificate(name);
      case WORKLOAD_KEY -> workloads.revokeKey(name);
      case SERVICE_PRINCIPAL -> principals.center().delete(name);
      case DELEGATION_TARGET -> principals.center().disallow(name, registration.names().get(1));
      case ROOT_KEY -> macaroonMint.discardRootKey(name, registration.names().get(1));
      case VAULT_ENTRY -> vault.discard(name, registration.names().get(1));
    }
  }

  void registerClient(String client, List<String> grantTypes) {
    registerClient(client, grantTypes, false);
  }

  private void registerClient(String client, List<String> grantTypes, boolean impersonates) {
    registry.add(client, client.equals(GATEWAY) ? Party.GATEWAY : Party.CLIENT);
    ClientConnection connection =
        clients.register(client, grantTypes, impersonates, source::answer);
    source.register(connection.authentication(), connection.client().redirectUri());
    CodeFlow codeFlow = new CodeFlow(authority.name(), connection, secrets);
    agents.put(
        client,
        new AgentClient(authority.name(), connection, codeFlow, resourceDomain::connection));
  }

  private void addConsent(String user, String client) {
    registry.require(user, Party.USER);
    registry.require(client, Party.CLIENT);
    consents.add(user, client);
  }

  /** How many accounts and clients someone must look after. */
  int standingCredentials() {
    return registry.credentials();
  }

  /** How many tokens and tickets were issued so far. */
  public long tokensIssued() {
    return authority.signer().signed() + resourceDomain.tokensIssued() + principals.ticketsIssued();
  }

  /** Logs a registered user in. */
  public UserSession logIn(String user) {
    return logIn(user, RunContext.NONE);
  }

  /**
   * Logs a registered user in.
   *
   * @param context what the login knows, and writes into each token that it yields (RFC 9396
   *     section 9.1)
   */
  public UserSession logIn(String user, RunContext context) {
    registry.require(user, Party.USER);
    return session(user, context, true);
  }

  /** The session of a registered user who isn't there. */
  public UserSession away(String user) {
    registry.require(user, Party.USER);
    return session(user, RunContext.NONE, false);
  }

  /**
   * The session of an agent that works for nobody, which yields nothing.
   *
   * @param nobody the word that stands for no user
   */
  public UserSession withoutUser(String nobody) {
    if (registry.find(nobody).isPresent()) {
      throw new IllegalArgumentException("expected no user, found `" + nobody + "`");
    }
    return session(nobody, RunContext.NONE, false);
  }

  private UserSession session(String user, RunContext context, boolean present) {
    return new UserSession(
        user,
        context,
        registry,
        source,
        authority.clock(),
        idTokens,
        meter,
        vault,
        consents,
        macaroonMint,
        principals::center,
        present);
  }

  /** Whether the name is a registered client's. */
  public boolean isClient(String name) {
    return agents.containsKey(name);
  }

  /** A registered agent, ready to ask for tokens. */
  public AgentClient client(String agent) {
    AgentClient client = agents.get(agent);
    if (client == null) {
      throw new IllegalArgumentException("expected a client, found " + PrintableText.quoted(agent));
    }
    return client;
  }

  /** A registered agent, with the certificate or key that it has of its own. */
  public AgentCredentials workload(String agent) {
    return workloads.find(agent);
  }

  /** A registered agent, with the keytab that it has of the KDC. */
  public ServicePrincipal principal(String agent) {
    return principals.find(agent);
  }

  /** What the broker presents to the resource by the login that the user left with it. */
  public Refusable<CompactToken> vaultToken(String user, String resource) {
    return vault.accessToken(user, resource);
  }

  /** What the resources' servers verify with. */
  public ResourceServers resourceServers() {
    return resourceServers;
  }

  /** Lets the gate decide, from now on, which tokens for resources are issued by exchange. */
  public void guardIssuance(IssuanceGate gate) {
    issuanceGate = gate;
  }

  /** Has a product be the authorization server of every resource that isn't known yet. */
  public TokenService trustedBy(TokenSource product) {
    resourceProduct = Optional.of(product);
    return this;
  }

  /** Keeps the rules no longer, as products don't. */
  public TokenService omitting(List<ExchangeRule> rules) {
    omitted.addAll(rules);
    return this;
  }

  /** What time it is by the clock of the service. */
  public Instant now() {
    return authority.clock().instant();
  }

  /** Counts the signatures, verifications and round trips of this service and its verifiers. */
  public OperationMeter meter() {
    return meter;
  }

  /** The bare signature operations on a token of this service. */
  public RawOperations rawOperations(CompactToken token) {
    return authority.rawOperations(token);
  }

  /** The resource's own authorization server. */
  public ResourceAuthorizationServer resourceServer(String resource) {
    return resourceDomain.server(resource);
  }

  public TokenIssuer tokenIssuer() {
    return tokenIssuer;
  }

  public TokenEndpoint endpoint() {
    return endpoint;
  }

  /** Where clients have their tokens called back (RFC 7009). */
  public RevocationEndpoint revocationEndpoint() {
    return revocationEndpoint;
  }

  /** Where resources ask whether tokens still hold (RFC 7662). */
  public IntrospectionEndpoint introspectionEndpoint() {
    return introspectionEndpoint;
  }

  /** The verifier of a resource that asks about each token, which takes a secret of its own. */
  public IntrospectingVerifier introspectingVerifierFor(String resource) {
    String secret = secrets.get();
    resources.put(resource, new RegisteredClient(resource, secret, List.of(), false));
    return new IntrospectingVerifier(
        resourceServers.verifierFor(resource),
        new ClientSecretBasic(new ClientID(resource), new Secret(secret)),
        introspectionEndpoint,
        meter);
  }

  private boolean isEnabled(String name) {
    return registry
        .find(name)
        .filter(
            party ->
                (party != Party.CLIENT && party != Party.GATEWAY)
                    || clients.byId().containsKey(name))
        .isPresent();
  }
}
