package dev.onbehalf.products.profile;

import static dev.onbehalf.products.profile.Claim.Mark.MEASURED;
import static dev.onbehalf.products.profile.Claim.Mark.READ;
import static dev.onbehalf.products.profile.Claim.Mark.VENDOR_SAYS;
import static dev.onbehalf.products.profile.Reading.AS_EVER;
import static dev.onbehalf.products.profile.Reading.AT_RESOURCE;
import static dev.onbehalf.products.profile.Reading.ONE_AGENT;
import static dev.onbehalf.products.profile.Reading.TWO_CHECKS;
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
                  "in the same customizer write `aud`, `client_id` and `scope` as RFC 9068 has"
                      + " them; with both it is the profile spring-7-checked"),
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
              .namingClientIn("azp")
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
                  "keycloak-26.7-preview",
                  "Keycloak 26.7.3, impersonation (token-exchange:v1) and receiver of ID-JAG",
                  Map.of(
                      "exchange-impersonation", AS_EVER,
                      "identity-assertion-grant", AS_EVER))
              .namingClientIn("azp")
              .claiming(
                  measured(
                      "issues a token of any user in `requested_subject` to an agent that has the"
                          + " role `impersonation` and shows a token of its own: the user takes no"
                          + " part"),
                  measured("names the agent in `azp` then, too, and nobody in `act`"),
                  measured(
                      "takes an ID-JAG of a trusted identity provider once, and from the client"
                          + " that it names"),
                  measured(
                      "takes the same assertion from any client where its `typ` is `JWT`: the"
                          + " plain grant compares no `client_id`"))
              .changing(
                  "give no agent the role `impersonation`; where one has it, `azp` must be read",
                  "have the identity provider decide, and write `typ` as `oauth-id-jag+jwt`"),
          Profile.of(
                  "keycloak-26.8",
                  "Keycloak 26.8, token-exchange-delegation (experimental), not run",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "exchange-impersonation", AS_EVER,
                      "client-id", AS_EVER,
                      "may-act", ONE_AGENT))
              .namingClientIn("azp")
              .claiming(
                  keycloak(
                      "writes `may_act` by the user's consent to `delegation:client:<id>`",
                      "26_8_0.adoc"),
                  keycloak("checks the actor against `may_act`, and writes `act`", "26_8_0.adoc"),
                  keycloak(
                      "exchanges a delegated token no further: chains are open", "issue 53040"),
                  keycloak(
                      "went on to the standard exchange where the actor token was left out, until"
                          + " that was fixed",
                      "issue 52691"))
              .changing(
                  "let users consent to one agent each; chains of agents get no token",
                  "try `sim probe` on yours: this was read, as no test can start it"),
          Profile.of(
                  "entra-agent-id",
                  "Microsoft Entra Agent ID, on behalf of a user",
                  Map.of(
                      "credential-inheritance", AS_EVER,
                      "service-account", AS_EVER,
                      "client-id", AS_EVER,
                      "token-exchange", USER_AND_CLIENT))
              .omitting(ExchangeRule.ACTOR_TOKEN_READ)
              .namingClientIn("azp")
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
          Profile.of(
                  "authzen-issuance",
                  "OpenID AuthZEN binding for token exchange, draft 1, at issuance",
                  Map.of("identity-assertion-grant", TWO_CHECKS, "may-act", TWO_CHECKS))
              .claiming(
                  new Claim(
                      "asks two questions before it issues: of the user and the audience, and of"
                          + " the requesting party and the audience",
                      READ,
                      "github.com/openid/authzen, binding for token exchange, 2026-09",
                      LOOKED_AT_IN),
                  new Claim(
                      "asks for scopes of the user alone",
                      READ,
                      "github.com/openid/authzen, binding for token exchange, 2026-09",
                      LOOKED_AT_IN))
              .changing(
                  "send the pair in one question, as the advisory `context.client_id` would: of two"
                      + " questions neither knows the other's answer",
                  "what it asks of the requesting party counts here as if it knew the action"),
          Profile.of("agentcore", "Amazon Bedrock AgentCore Policy", Map.of("gateway", AS_EVER))
              .claiming(
                  vendor(
                      "makes the principal of `sub`, and of other claims tags that are strings",
                      "docs.aws.amazon.com/bedrock-agentcore"))
              .changing(
                  "decide by a flat claim that names the agent, such as `client_id`: an `act` is"
                      + " the text of its JSON there"));

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

  private static Claim keycloak(String says, String where) {
    return new Claim(says, READ, "github.com/keycloak/keycloak, " + where, LOOKED_AT_IN);
  }

  private static Claim entra(String says) {
    return new Claim(says, READ, "MicrosoftDocs/entra-docs, agent-token-claims.md", LOOKED_AT_IN);
  }

  private static Claim vendor(String says, String source) {
    return new Claim(says, VENDOR_SAYS, source, LOOKED_AT_IN);
  }
}
