package dev.onbehalf.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The embedded token service: accounts, clients, logins and the token endpoint. */
@SuppressWarnings("DoNotCallSuggester")
public final class TokenService implements Registrar {
  private final OperationMeter meter = new OperationMeter();

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
      Supplier<String> ids) {}

  /** A service whose keys, secrets and ids follow from the seed. */
  public static TokenService seeded(long seed, SigningAlgorithm algorithm, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** Makes a resource known, so that it can be an audience. */
  public void registerResource(String resource) {}

  /** Creates a user's account. */
  @Override
  public void registerUser(String user) {}

  /** Registers an agent as a confidential client. */
  @Override
  public void registerClient(String client) {}

  /** How many accounts and clients someone must look after. */
  public int standingCredentials() {
    return 0;
  }

  /** How many tokens were issued so far. */
  public long tokensIssued() {
    return 0;
  }

  /** Logs a registered user in. */
  public UserSession logIn(String user) {
    return new UserSession(user);
  }

  /** A registered agent, ready to ask for tokens. */
  public AgentClient client(String agent) {
    return new AgentClient(agent);
  }

  /** The verifier that the resource's server uses for this service's tokens. */
  public TokenVerifier verifierFor(String resource) {
    return new TokenVerifier();
  }

  /** Counts the signatures, verifications and round trips of this service and its verifiers. */
  public OperationMeter meter() {
    return meter;
  }
}
