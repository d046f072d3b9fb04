package dev.onbehalf.token;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ways to obtain tokens of the token service. */
final class Grants {
  /** What an agent's client may use. */
  static final List<String> OF_AGENTS =
      List.of(ClientCredentials.GRANT_TYPE, TokenExchange.GRANT_TYPE, CodeRedemption.GRANT_TYPE);

  private Grants() {}

  static Map<String, Grant> of(
      Authority authority,
      Registry registry,
      AuthorizationCodes codes,
      ExchangedTokens exchanged,
      StepProofGrant stepProofs,
      Supplier<IssuanceGate> gate) {
    TokenIssuer issuer = new TokenIssuer(authority);
    return Map.of(
        ClientCredentials.GRANT_TYPE,
        new ClientCredentials(registry, issuer),
        CodeRedemption.GRANT_TYPE,
        new CodeRedemption(codes, issuer),
        TokenExchange.GRANT_TYPE,
        new ExchangeByType(
            new TokenExchange(registry, exchanged, issuer, stepProofs, gate),
            Map.of(
                ExchangeTypes.TRANSACTION_TOKEN,
                new TransactionTokenService(authority, registry, exchanged),
                ExchangeTypes.ID_JAG,
                new IdentityProvider(authority, registry))));
  }
}
