package dev.onbehalf.products.profile;

import static dev.onbehalf.products.profile.Claim.Mark.MEASURED;
import static dev.onbehalf.products.profile.Claim.Mark.READ;
import static dev.onbehalf.products.profile.Claim.Mark.VENDOR_SAYS;
import static dev.onbehalf.products.profile.Reading.AS_EVER;
import static dev.onbehalf.products.profile.Reading.AT_RESOURCE;
import static dev.onbehalf.products.profile.Reading.USER_AND_CLIENT;

import dev.onbehalf.token.grant.ExchangeRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles there are. */
public final class Profiles {
  private static final String SPRING = "Spring Authorization Server 7.1.2";
  private static final String TESTS = "a server in the tests of this project";
  private static final String LOOKED_AT_IN = "2026-11";

  private static final List<Profile> ALL =
      List.of(
          Profile.of(
                  "spring-7",
                  SPRING + " as shipped",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "exchange-impersonation", AS_EVER,
                      "token-exchange", AS_EVER,
                      "may-act", AT_RESOURCE))
              .omitting(
                  ExchangeRule.SUBJECT_AUDIENCE,
                  ExchangeRule.ACTORS_KEPT,
                  ExchangeRule.OWN_ACTOR_TOKEN,
                  ExchangeRule.CLIENT_NAMED)
              .claiming(
                  measured("writes `act` if an actor token is sent, nested at each hop"),
                  measured(
                      "drops `act` when a delegated token is exchanged without an actor token"),
                  measured("exchanges any token for any client, whatever its `aud`"),
                  measured("takes the actor token of another client, or of a user"),
                  measured("refuses whoever `may_act` doesn't name, and an exchange without actor"),
                  measured("names no client in access tokens, neither `client_id` nor `azp`"),
                  new Claim(
                      "writes the client into `aud`, and not the audience that was asked for",
                      READ,
                      "spring-projects/spring-security at d449950",
                      LOOKED_AT_IN))
              .changing(
                  "in a token customizer refuse exchanges unless the subject token's `aud` contains"
                      + " the client, a subject token with `act` comes with an actor token, and the"
                      + " actor token's `sub` is the client",
                  "in the same customizer write `aud`, `client_id` and `scope` as RFC 9068 has them;"
                      + " with both it is the profile spring-7-checked"),
          Profile.of(
                  "spring-7-checked",
                  SPRING + " with three checks and the claims of RFC 9068 in its token customizer",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "exchange-impersonation", AS_EVER,
                      "client-id", AS_EVER,
                      "token-exchange", AS_EVER,
                      "may-act", AT_RESOURCE))
              .claiming(
                  measured("refuses a subject token that is made out to another"),
                  measured("refuses a delegated token without an actor token"),
                  measured("refuses an actor token that isn't the client's own"),
                  measured("issues what our token service does, request by request")),
          Profile.of(
                  "keycloak-26.7",
                  "Keycloak 26.7.3, standard token exchange",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "exchange-impersonation", AS_EVER,
                      "client-id", AS_EVER,
                      "token-exchange", USER_AND_CLIENT))
              .omitting(ExchangeRule.ACTOR_TOKEN_READ)
              .claiming(
                  measured("names the client that exchanged last in `azp`, and nobody in `act`"),
                  measured("ignores `actor_token`, be it the client's own or another's"),
                  measured("refuses a subject token whose `aud` doesn't hold the client"),
                  measured("lets a client exchange its own result for further audiences"),
                  measured("has no `client_id` in access tokens"))
              .changing(
                  "read `azp` as the agent, since no token has `act`; of a chain it is the last",
                  "forbid by a client policy that agents exchange their own results further"),
          Profile.of(
                  "entra-agent-id",
                  "Microsoft Entra Agent ID, on behalf of a user",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "client-id", AS_EVER,
                      "token-exchange", USER_AND_CLIENT))
              .omitting(ExchangeRule.ACTOR_TOKEN_READ)
              .claiming(
                  entra(
                      "names the user in `oid` and the agent identity in `azp`, and has no `act`"),
                  entra("tells an agent by `xms_act_fct` 11"))
              .changing(
                  "read `oid` and `azp` together; `xms_par_app_azp`, the blueprint of the agent, is"
                      + " nothing to decide by"),
          Profile.of(
                  "auth0",
                  "Auth0, on-behalf-of token exchange (early access)",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "client-id", AS_EVER,
                      "token-exchange", AS_EVER))
              .claiming(
                  vendor(
                      "writes `act` at a login through an agent's client and at exchanges, nested"
                          + " up to five times",
                      "github.com/keycloak/keycloak/issues/53040")),
          Profile.of(
                  "okta-cross-app-access",
                  "Okta cross-app access (early access)",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "identity-assertion-grant", AS_EVER))
              .claiming(
                  vendor(
                      "names the user in `sub` and the agent in `act.sub`",
                      "Traefik Hub's guide to cross-app access")),
          Profile.of("agentcore", "Amazon Bedrock AgentCore Policy", Map.of("gateway", AS_EVER))
              .claiming(
                  vendor(
                      "makes the principal of `sub`, and of other claims tags that are strings",
                      "docs.aws.amazon.com/bedrock-agentcore"))
              .changing(
                  "decide by a flat claim that names the agent, such as `client_id`: an `act` is the"
                      + " text of its JSON there"));

  private Profiles() {}

  /** All profiles. */
  public static List<Profile> all() {
    return ALL;
  }

  /** The names of all. */
  public static List<String> names() {
    return ALL.stream().map(Profile::name).toList();
  }

  /** The profile of the name, if there is one. */
  public static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  private static Claim measured(String says) {
    return new Claim(says, MEASURED, TESTS, LOOKED_AT_IN);
  }

  private static Claim entra(String says) {
    return new Claim(says, READ, "MicrosoftDocs/entra-docs, agent-token-claims.md", LOOKED_AT_IN);
  }

  private static Claim vendor(String says, String source) {
    return new Claim(says, VENDOR_SAYS, source, LOOKED_AT_IN);
  }
}
