package dev.onbehalf.token;

import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.grant.AuthorizationCodes;
import dev.onbehalf.token.grant.ClientCredentials;
import dev.onbehalf.token.grant.CodeRedemption;
import dev.onbehalf.token.grant.ExchangeGrant;
import dev.onbehalf.token.grant.ExchangeTypes;
import dev.onbehalf.token.grant.ExchangedTokens;
import dev.onbehalf.token.grant.Grant;
import dev.onbehalf.token.grant.IdentityProvider;
import dev.onbehalf.token.grant.IssuanceGate;
import dev.onbehalf.token.grant.StepProofExtension;
import dev.onbehalf.token.grant.TransactionTokenService;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ways to obtain tokens of the token service. */
final class Grants {
  /** What an agent's client may use. */
  static final List<String> OF_AGENTS =
      List.of(ClientCredentials.GRANT_TYPE, ExchangeGrant.GRANT_TYPE, CodeRedemption.GRANT_TYPE);

  private Grants() {}

  static Map<String, Grant> of(
      Authority authority,
      Registry registry,
      AuthorizationCodes codes,
      ExchangedTokens exchanged,
      StepProofExtension stepProofs,
      Supplier<IssuanceGate> gate) {
    TokenIssuer issuer = new TokenIssuer(authority);
    return Map.of(
        ClientCredentials.GRANT_TYPE,
        new ClientCredentials(registry, issuer),
        CodeRedemption.GRANT_TYPE,
        new CodeRedemption(codes, registry, issuer),
        ExchangeGrant.GRANT_TYPE,
        new ExchangeGrant(
            registry,
            exchanged,
            issuer,
            stepProofs,
            gate,
            Map.of(
                ExchangeTypes.TRANSACTION_TOKEN,
                new TransactionTokenService(authority, registry, exchanged, gate),
                ExchangeTypes.ID_JAG,
                new IdentityProvider(
                    authority, registry, ResourceAuthorizationServer::resourceOf, gate))));
  }
}
